package io.cioagent.it.library;

import java.util.ArrayList;
import java.util.Arrays;
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

  /** Some libraries say on stderr what they do about a broken connection. */
  private static final String SILENT =
      "-Dorg.apache.commons.logging.Log=org.apache.commons.logging.impl.NoOpLog";

  /** Else the JDK warns of what Netty calls, and Reactor of what fails, on standard error. */
  static final String[] QUIET_NETTY = {
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

          // What only OkHttp can do; where its insides changed, a version before and after.
          okhttpCases("3.0.0"),
          okhttpCases("3.4.0"),
          okhttpCases("3.9.0", "chain-knows-call"),
          okhttpCases("3.12.0", "chain-knows-call"),
          okhttpCases("3.14.9", "chain-knows-call", "refuses-from-the-queue"),
          okhttpCases("4.0.0", "chain-knows-call", "refuses-from-the-queue"),
          okhttpCases("4.12.0", "chain-knows-call", "refuses-from-the-queue"),
          okhttpCases("5.5.1", "chain-knows-call", "refuses-from-the-queue"),
          okhttpLatest("3.12.0"),
          okhttpLatest("3.14.9"),
          okhttpLatest("4.0.0"),
          okhttpLatest("4.12.0"),
          okhttpLatest("5.5.1"),

          // Retrofit on OkHttp 3.2, 3.14 and 4.12. OkHttp 3.2 looks into the JDK's own TLS.
          retrofit("2.0.0").options("--add-opens=java.base/sun.security.ssl=ALL-UNNAMED"),
          retrofit("2.9.0"),
          retrofit("3.0.0"),

          // OpenFeign on OkHttp 4.12 and 5.3; 4.6, which 10.12 asks for, prints to standard output.
          feign("10.12", "com.squareup.okhttp3:okhttp:4.12.0"),
          feign("13.12"),

          // OpenFeign on HttpURLConnection, Apache HttpClient 4 and 5 and java.net.http.
          OnTop.feign("10.12"),
          OnTop.feign("13.6"),

          // Spring's blocking clients. RestTemplate 4 and 5 sit on HttpURLConnection, RestClient on
          // java.net.http, in other ways on Apache HttpClient, OkHttp and Jetty.
          OnTop.restTemplate("4.3.30.RELEASE"),
          OnTop.restTemplate("5.3.39"),
          OnTop.restClient("6.1.0", "5.2.3", "12.0.39"),
          OnTop.restClient("7.0.10", "5.6.5", "12.1.14"),

          // Spring's WebClient on Reactor Netty, in other ways on Jetty and Apache HttpClient 5.
          OnTop.webClient("5.3.39", "1.0.48", "1.1.14", "5.2.3"),
          OnTop.webClient("7.0.10", "1.3.8", "4.0.8", "5.6.5").release(17),

          // JAX-RS clients, before and after their packages were renamed.
          OnTop.jersey("2.47"),
          OnTop.jersey("3.1.11").release(11).jakarta(),
          OnTop.resteasy("4.7.9.Final"),
          OnTop.resteasy("6.2.12.Final").release(11).jakarta(),
          OnTop.cxf("3.5.11").repeats("reset", "io"),
          OnTop.cxf("4.1.5").release(17).jakarta().repeats("dns", "connect"),

          // The Segment-compatible client of Pipelines on OkHttp 3.9, 4.3, 4.10 and 4.12.
          segment("2.1.1"),
          segment("3.1.3"),
          segment("3.3.1"),
          segment("3.5.4"),

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
                  .toArray(String[]::new)),

          // Commons HttpClient 3.
          commonsHttpClient3("3.0.1"),
          commonsHttpClient3("3.1"),

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
          reactorNetty("1.3.8", "io.projectreactor.netty:reactor-netty-http:"),

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

  private static LibraryVersion okhttpCases(String version, String... knows) {
    return LibraryVersion.of(
            "okhttp-cases", version, "OkHttpCases", Set.of(knows), okhttpJar(version))
        .sources("okhttpcases");
  }

  private static LibraryVersion okhttpLatest(String version) {
    return LibraryVersion.of(
            "okhttp-latest", version, "OkHttpLatestCases", Set.of(), okhttpJar(version))
        .sources("okhttplatest");
  }

  private static String okhttpJar(String version) {
    return "com.squareup.okhttp3:okhttp" + (version.startsWith("5.") ? "-jvm:" : ":") + version;
  }

  private static LibraryVersion retrofit(String version) {
    return LibraryVersion.of(
            "retrofit",
            version,
            "RetrofitLibraryApp",
            Set.of("sync", "async", "follow", "timeout", "start"),
            "com.squareup.retrofit2:retrofit:" + version)
        .repeats("reset", "io");
  }

  private static LibraryVersion feign(String version, String... more) {
    String[] coordinates = Arrays.copyOf(more, more.length + 1);
    coordinates[more.length] = "io.github.openfeign:feign-okhttp:" + version;
    return LibraryVersion.of(
            "feign", version, "FeignLibraryApp", Set.of("sync", "follow", "timeout"), coordinates)
        .sources("feignapi", "feign")
        .repeats("reset", "io");
  }

  private static LibraryVersion segment(String version) {
    return LibraryVersion.of(
        "segment",
        version,
        "SegmentApp",
        Set.of(),
        "com.segment.analytics.java:analytics:" + version);
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
