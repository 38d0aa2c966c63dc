package io.cioagent.it.library;

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
          okhttp("5.5.1", "com.squareup.okhttp3:okhttp-jvm:5.5.1")

          // Apache HttpClient 4.

          // Apache HttpAsyncClient 4.

          // Apache HttpClient 5, classic.

          // Apache HttpClient 5, async.

          // Commons HttpClient 3.

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
}
