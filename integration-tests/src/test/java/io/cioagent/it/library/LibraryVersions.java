package io.cioagent.it.library;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The table: every version of every HTTP library under test, one line for each. The oldest that is
 * supported, one from the middle, and the newest.
 */
final class LibraryVersions {

  private static final String[] HTTP_CLIENT_5_WAYS = {
    "retry",
    "auth",
    "cancel",
    "tunnel",
    "async-tunnel",
    "async-refused",
    "async-retry",
    "async-auth",
    "async-follow",
    "async-follow-tls",
    "async-h2",
    "async-h2-tls",
    "async-h2-minimal",
    "async-h2-minimal-tls"
  };

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
          httpClient5("5.0"),
          httpClient5("5.2.3"),
          httpClient5("5.6.5"),

          // Apache HttpClient 5, async.
          httpAsyncClient5("5.0"),
          httpAsyncClient5("5.2.3", "relative"),
          httpAsyncClient5("5.6.5", "relative"),

          // What only it does. Asking again, the asynchronous client of 5.0 never ends, without the
          // agent neither; to older classic clients a proxy's refusal is an exception.
          httpClient5More(
              "5.0", "retry", "auth", "async-auth", "tunnel", "async-tunnel", "async-refused"),
          httpClient5More("5.2.3", HTTP_CLIENT_5_WAYS),
          httpClient5More(
              "5.6.5",
              Stream.concat(Stream.of(HTTP_CLIENT_5_WAYS), Stream.of("refused"))
                  .toArray(String[]::new))

          // Commons HttpClient 3.

          // Netty 4.1.

          // Reactor Netty.

          // Jetty's client, 9.4 to 12.1.
          );

  private LibraryVersions() {}

  static List<LibraryVersion> of(String library) {
    return ALL.stream().filter(row -> row.library().equals(library)).toList();
  }

  private static LibraryVersion httpClient5(String version) {
    String group = "org.apache.httpcomponents.client5:";
    Set<String> ways =
        Set.of(
            "sync",
            "handler",
            "fluent",
            "minimal",
            "streamed",
            "unread",
            "reused",
            "relative",
            "proxy",
            "follow",
            "timeout",
            "start");
    return LibraryVersion.of(
        "httpclient5",
        version,
        "HttpClient5LibraryApp",
        ways,
        group + "httpclient5:" + version,
        group + "httpclient5-fluent:" + version,
        "org.slf4j:slf4j-nop:1.7.36");
  }

  private static LibraryVersion httpClient5More(String version, String... ways) {
    return LibraryVersion.of(
        "httpclient5more",
        version,
        "HttpClient5MoreApp",
        Set.of(ways),
        "org.apache.httpcomponents.client5:httpclient5:" + version,
        "org.slf4j:slf4j-nop:1.7.36");
  }

  private static LibraryVersion httpAsyncClient5(String version, String... more) {
    Set<String> ways = new TreeSet<>(List.of(more));
    ways.addAll(
        List.of(
            "sync",
            "async",
            "minimal",
            "streamed",
            "unread",
            "reused",
            "proxy",
            "follow",
            "timeout",
            "start"));
    return LibraryVersion.of(
        "httpasyncclient5",
        version,
        "HttpAsyncClient5LibraryApp",
        ways,
        "org.apache.httpcomponents.client5:httpclient5:" + version,
        "org.slf4j:slf4j-nop:1.7.36");
  }

  private static LibraryVersion okhttp(String version, String... coordinates) {
    Set<String> ways =
        Set.of(
            "sync", "async", "streamed", "unread", "reused", "proxy", "follow", "timeout", "start");
    return LibraryVersion.of("okhttp", version, "OkHttpLibraryApp", ways, coordinates)
        .repeats("reset", "io");
  }
}
