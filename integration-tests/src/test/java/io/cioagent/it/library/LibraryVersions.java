package io.cioagent.it.library;

import java.util.List;
import java.util.Set;

/**
 * The table: every version of every HTTP library under test, one line for each. The oldest that is
 * supported, one from the middle, and the newest.
 */
final class LibraryVersions {

  /** Else the JDK warns of what Netty calls, and Reactor of what fails, on standard error. */
  private static final String[] QUIET_NETTY = {
    "24:--sun-misc-unsafe-memory-access=allow",
    "24:--enable-native-access=ALL-UNNAMED",
    "-Dreactor.logging.fallback=JDK"
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

          // Apache HttpClient 5, async.

          // Commons HttpClient 3.

          // Netty 4.1, and 4.2 which has the same codec.
          netty("4.1.0.Final"),
          netty("4.1.68.Final"),
          netty("4.1.140.Final"),
          netty("4.2.20.Final"),

          // Reactor Netty.
          reactorNetty("0.9.25.RELEASE", "io.projectreactor.netty:reactor-netty:"),
          reactorNetty("1.0.48", "io.projectreactor.netty:reactor-netty-http:"),
          reactorNetty("1.1.31", "io.projectreactor.netty:reactor-netty-http:"),
          reactorNetty("1.2.18", "io.projectreactor.netty:reactor-netty-http:"),
          reactorNetty("1.3.8", "io.projectreactor.netty:reactor-netty-http:")

          // Jetty's client, 9.4 to 12.1.
          );

  private LibraryVersions() {}

  static List<LibraryVersion> of(String library) {
    return ALL.stream().filter(row -> row.library().equals(library)).toList();
  }

  private static LibraryVersion netty(String version) {
    return LibraryVersion.of(
            "netty",
            version,
            "NettyLibraryApp",
            Set.of("sync", "async", "streamed", "unread", "proxy", "timeout", "start"),
            "io.netty:netty-codec-http:" + version,
            "io.netty:netty-handler:" + version)
        .options(QUIET_NETTY);
  }

  private static LibraryVersion reactorNetty(String version, String artifact) {
    return LibraryVersion.of(
            "reactornetty",
            version,
            "ReactorNettyLibraryApp",
            Set.of("sync", "async", "streamed", "unread", "reused", "follow", "timeout", "start"),
            artifact + version)
        .options(QUIET_NETTY);
  }

  private static LibraryVersion okhttp(String version, String... coordinates) {
    Set<String> ways =
        Set.of(
            "sync", "async", "streamed", "unread", "reused", "proxy", "follow", "timeout", "start");
    return LibraryVersion.of("okhttp", version, "OkHttpLibraryApp", ways, coordinates)
        .repeats("reset", "io");
  }
}
