package io.cioagent.it.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The table: every version of every HTTP library under test, one line for each. The oldest that is
 * supported, one from the middle, and the newest.
 */
final class LibraryVersions {

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

          // Apache HttpAsyncClient 4.

          // Apache HttpClient 5, classic.

          // Apache HttpClient 5, async.

          // Commons HttpClient 3.

          // Netty 4.1.

          // Reactor Netty.

          // Jetty's client, 9.2 to 12.1, whose API changed with 10 and moved with 12.
          // Before 9.4 it does not get along with TLS 1.3, which it was made long before.
          jetty("9.2.30.v20200428").options("-Djdk.tls.client.protocols=TLSv1.2"),
          jetty("9.3.30.v20211001").options("-Djdk.tls.client.protocols=TLSv1.2"),
          jetty("9.4.58.v20250814"),
          jetty("10.0.26"),
          jetty("11.0.0"),
          jetty("11.0.26"),
          jetty("12.0.39"),
          jetty("12.1.14"),
          jettyHttp2("9.4.58.v20250814", "http2-http-client-transport"),
          jettyHttp2("11.0.26", "http2-http-client-transport"),
          jettyHttp2("12.1.14", "jetty-http2-client-transport"));

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

  private static LibraryVersion jetty(String version) {
    return jetty("jetty", "LibraryApp", version, "org.eclipse.jetty:jetty-client:" + version);
  }

  private static LibraryVersion jettyHttp2(String version, String transport) {
    String app = jettyApi(version);
    return jetty(
            "jetty-http2",
            "Http2App",
            version,
            "org.eclipse.jetty:jetty-client:" + version,
            "org.eclipse.jetty.http2:" + transport + ":" + version)
        .sources(app, app + "http2");
  }

  private static LibraryVersion jetty(
      String library, String app, String version, String... coordinates) {
    String api = jettyApi(version);
    Set<String> ways =
        Set.of(
            "sync",
            "async",
            "streamed",
            "output",
            "unread",
            "kept",
            "relative",
            "authenticated",
            "idle",
            "proxy",
            "follow",
            "timeout",
            "start");
    // A logger that says nothing: standard error is the agent's.
    List<String> all =
        new ArrayList<>(
            List.of("org.slf4j:slf4j-nop:" + (api.equals("jetty9") ? "1.7.36" : "2.0.17")));
    all.addAll(List.of(coordinates));
    return LibraryVersion.of(
            library, version, "Jetty" + api.substring(5) + app, ways, all.toArray(String[]::new))
        .sources(api)
        .release(api.equals("jetty9") ? 8 : api.equals("jetty10") ? 11 : 17);
  }

  /** The folder of the application for that version's API. */
  private static String jettyApi(String version) {
    return version.startsWith("9.") ? "jetty9" : version.startsWith("12.") ? "jetty12" : "jetty10";
  }
}
