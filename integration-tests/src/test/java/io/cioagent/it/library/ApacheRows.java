package io.cioagent.it.library;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Rows of the table: Apache's clients of all generations. */
final class ApacheRows {

  /** Some libraries say on stderr what they do about a broken connection. */
  static final String SILENT =
      "-Dorg.apache.commons.logging.Log=org.apache.commons.logging.impl.NoOpLog";

  static final String[] HTTP_CLIENT_5_WAYS = {
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

  private ApacheRows() {}

  static LibraryVersion httpClient5(String version) {
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

  static LibraryVersion httpClient5More(String version, String... ways) {
    return LibraryVersion.of(
        "httpclient5more",
        version,
        "HttpClient5MoreApp",
        Set.of(ways),
        "org.apache.httpcomponents.client5:httpclient5:" + version,
        "org.slf4j:slf4j-nop:1.7.36");
  }

  static LibraryVersion httpAsyncClient5(String version, String... more) {
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

  static LibraryVersion apacheHttpClient4(String version) {
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

  static LibraryVersion oldApacheHttpClient4(String version) {
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

  static LibraryVersion apacheHttpAsyncClient4(String version) {
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

  static LibraryVersion commonsHttpClient3(String version) {
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
            // The one that 3.0.1 asks for names jars in its manifest that do not exist.
            "commons-logging:commons-logging:1.0.4")
        .options(SILENT);
  }
}
