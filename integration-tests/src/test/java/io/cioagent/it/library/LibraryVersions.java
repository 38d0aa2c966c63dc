package io.cioagent.it.library;

import java.util.List;
import java.util.Set;

/**
 * The table: every version of every HTTP library under test, one line for each. The oldest that is
 * supported, one from the middle, and the newest.
 */
final class LibraryVersions {

  /** Some libraries say on stderr what they do about a broken connection. */
  private static final String SILENT =
      "-Dorg.apache.commons.logging.Log=org.apache.commons.logging.impl.NoOpLog";

  private static final List<LibraryVersion> ALL =
      List.of(
          // HttpURLConnection: of each JDK. It sends a request again whose connection broke.
          LibraryVersion.of(
                  "urlconnection",
                  "",
                  "UrlConnectionLibraryApp",
                  Set.of("sync", "streamed", "unread", "proxy", "follow", "timeout"))
              .repeats("reset", "io"),

          // java.net.http: of each JDK since 11. It looks up and connects again.
          LibraryVersion.of(
                  "javahttp",
                  "",
                  "JavaHttpLibraryApp",
                  Set.of(
                      "sync",
                      "async",
                      "streamed",
                      "unread",
                      "reused",
                      "proxy",
                      "follow",
                      "timeout",
                      "start"))
              .release(11)
              .repeats("dns", "connect"),

          // OkHttp 3, 4, 5; since 5 the jar for the JVM has a name of its own.
          okhttp("3.0.0", "com.squareup.okhttp3:okhttp:3.0.0"),
          okhttp("3.14.9", "com.squareup.okhttp3:okhttp:3.14.9"),
          okhttp("4.12.0", "com.squareup.okhttp3:okhttp:4.12.0"),
          okhttp("5.5.1", "com.squareup.okhttp3:okhttp-jvm:5.5.1"),

          // Apache HttpClient 4.
          apacheHttpClient4("4.3"),
          apacheHttpClient4("4.4.1"),
          apacheHttpClient4("4.5.14"),

          // Apache HttpClient 4 as it was before 4.3, which the newest still brings.
          oldApacheHttpClient4("4.0"),
          oldApacheHttpClient4("4.2.6"),
          oldApacheHttpClient4("4.5.14"),

          // Apache HttpAsyncClient 4.
          // 4.0 by itself hangs now and then in a handshake of TLS 1.3.
          apacheHttpAsyncClient4("4.0").options(SILENT, "-Djdk.tls.client.protocols=TLSv1.2"),
          apacheHttpAsyncClient4("4.1"),
          apacheHttpAsyncClient4("4.1.5"),

          // Apache HttpClient 5, classic.

          // Apache HttpClient 5, async.

          // Commons HttpClient 3.
          commonsHttpClient3("3.0.1"),
          commonsHttpClient3("3.1")

          // Netty 4.1.

          // Reactor Netty.

          // Jetty's client, 9.4 to 12.1.
          );

  private LibraryVersions() {}

  static List<LibraryVersion> of(String library) {
    return ALL.stream().filter(row -> row.library().equals(library)).toList();
  }

  private static LibraryVersion okhttp(String version, String... coordinates) {
    Set<String> ways =
        Set.of(
            "sync", "async", "streamed", "unread", "reused", "proxy", "follow", "timeout", "start");
    return LibraryVersion.of("okhttp", version, "OkHttpLibraryApp", ways, coordinates)
        .repeats("reset", "io");
  }

  private static LibraryVersion apacheHttpClient4(String version) {
    return LibraryVersion.of(
            "apachehttpclient4",
            version,
            "ApacheHttpClient4LibraryApp",
            Set.of(
                "sync",
                "streamed",
                "unread",
                "reused",
                "relative",
                "proxy",
                "follow",
                "timeout",
                "start",
                "handler",
                "minimal",
                "bare",
                "credentials",
                "pooled",
                "aborted"),
            "org.apache.httpcomponents:httpclient:" + version)
        .options(SILENT);
  }

  private static LibraryVersion oldApacheHttpClient4(String version) {
    return LibraryVersion.of(
            "apachehttpclient4old",
            version,
            "OldApacheHttpClient4LibraryApp",
            Set.of(
                "sync",
                "streamed",
                "unread",
                "reused",
                "relative",
                "proxy",
                "follow",
                "timeout",
                "start",
                "handler",
                "defaulthost",
                "credentials",
                "pooled"),
            "org.apache.httpcomponents:httpclient:" + version)
        .options(SILENT);
  }

  private static LibraryVersion apacheHttpAsyncClient4(String version) {
    return LibraryVersion.of(
            "apachehttpasyncclient4",
            version,
            "ApacheHttpAsyncClient4LibraryApp",
            Set.of(
                "sync",
                "async",
                "streamed",
                "unread",
                "reused",
                "relative",
                "proxy",
                "follow",
                "timeout",
                "start",
                "minimal",
                "credentials",
                "producer",
                "pooled"),
            "org.apache.httpcomponents:httpasyncclient:" + version)
        .options(SILENT);
  }

  private static LibraryVersion commonsHttpClient3(String version) {
    return LibraryVersion.of(
            "commonshttpclient3",
            version,
            "CommonsHttpClient3LibraryApp",
            Set.of(
                "sync",
                "streamed",
                "unread",
                "relative",
                "proxy",
                "follow",
                "timeout",
                "start",
                "bare",
                "credentials",
                "pooled"),
            "commons-httpclient:commons-httpclient:" + version,
            // The one that 3.0.1 asks for names jars in its manifest that nobody has.
            "commons-logging:commons-logging:1.0.4")
        .options(SILENT);
  }
}
