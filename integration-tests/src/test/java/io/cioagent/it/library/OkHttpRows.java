package io.cioagent.it.library;

import java.util.Arrays;
import java.util.Set;

/** Rows of the table: OkHttp and what stands on it alone. */
final class OkHttpRows {

  private OkHttpRows() {}

  static LibraryVersion okhttp(String version, String... coordinates) {
    Set<String> ways =
        Set.of(
            "sync", "async", "streamed", "unread", "reused", "proxy", "follow", "timeout", "start");
    return LibraryVersion.of("okhttp", version, "OkHttpLibraryApp", ways, coordinates)
        .repeats("reset", "io");
  }

  static LibraryVersion okhttpCases(String version, String... knows) {
    return LibraryVersion.of(
            "okhttp-cases", version, "OkHttpCases", Set.of(knows), okhttpJar(version))
        .sources("okhttpcases");
  }

  static LibraryVersion okhttpLatest(String version) {
    return LibraryVersion.of(
            "okhttp-latest", version, "OkHttpLatestCases", Set.of(), okhttpJar(version))
        .sources("okhttplatest");
  }

  private static String okhttpJar(String version) {
    return "com.squareup.okhttp3:okhttp" + (version.startsWith("5.") ? "-jvm:" : ":") + version;
  }

  static LibraryVersion retrofit(String version) {
    return LibraryVersion.of(
            "retrofit",
            version,
            "RetrofitLibraryApp",
            Set.of("sync", "async", "follow", "timeout", "start"),
            "com.squareup.retrofit2:retrofit:" + version)
        .repeats("reset", "io");
  }

  static LibraryVersion feign(String version, String... more) {
    String[] coordinates = Arrays.copyOf(more, more.length + 1);
    coordinates[more.length] = "io.github.openfeign:feign-okhttp:" + version;
    return LibraryVersion.of(
            "feign", version, "FeignLibraryApp", Set.of("sync", "follow", "timeout"), coordinates)
        .sources("feignapi", "feign")
        .repeats("reset", "io");
  }

  static LibraryVersion segment(String version) {
    return LibraryVersion.of(
        "segment",
        version,
        "SegmentApp",
        Set.of(),
        "com.segment.analytics.java:analytics:" + version);
  }
}
