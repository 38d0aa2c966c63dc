package io.cioagent.it.library;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

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
          OkHttpRows.okhttp("3.0.0", "com.squareup.okhttp3:okhttp:3.0.0"),
          OkHttpRows.okhttp("3.14.9", "com.squareup.okhttp3:okhttp:3.14.9"),
          OkHttpRows.okhttp("4.12.0", "com.squareup.okhttp3:okhttp:4.12.0"),
          OkHttpRows.okhttp("5.5.1", "com.squareup.okhttp3:okhttp-jvm:5.5.1"),

          // What only OkHttp can do; where its insides changed, a version before and after.
          OkHttpRows.okhttpCases("3.0.0"),
          OkHttpRows.okhttpCases("3.4.0"),
          OkHttpRows.okhttpCases("3.9.0", "chain-knows-call"),
          OkHttpRows.okhttpCases("3.12.0", "chain-knows-call"),
          OkHttpRows.okhttpCases("3.14.9", "chain-knows-call", "refuses-from-the-queue"),
          OkHttpRows.okhttpCases("4.0.0", "chain-knows-call", "refuses-from-the-queue"),
          OkHttpRows.okhttpCases("4.12.0", "chain-knows-call", "refuses-from-the-queue"),
          OkHttpRows.okhttpCases("5.5.1", "chain-knows-call", "refuses-from-the-queue"),
          OkHttpRows.okhttpLatest("3.12.0"),
          OkHttpRows.okhttpLatest("3.14.9"),
          OkHttpRows.okhttpLatest("4.0.0"),
          OkHttpRows.okhttpLatest("4.12.0"),
          OkHttpRows.okhttpLatest("5.5.1"),

          // Retrofit on OkHttp 3.2, 3.14 and 4.12. OkHttp 3.2 looks into the JDK's own TLS.
          OkHttpRows.retrofit("2.0.0")
              .options("--add-opens=java.base/sun.security.ssl=ALL-UNNAMED"),
          OkHttpRows.retrofit("2.9.0"),
          OkHttpRows.retrofit("3.0.0"),

          // OpenFeign on OkHttp 4.12 and 5.3; 4.6, which 10.12 asks for, prints to standard output.
          OkHttpRows.feign("10.12", "com.squareup.okhttp3:okhttp:4.12.0"),
          OkHttpRows.feign("13.12"),

          // OpenFeign on HttpURLConnection, Apache HttpClient 4 and 5 and java.net.http.
          OnTop.feign("10.12"),
          OnTop.feignOfJava8("13.6"),
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

          // The Segment-compatible client of Pipelines on OkHttp 3.9, 4.3, 4.10 and 4.12.
          OkHttpRows.segment("2.1.1"),
          OkHttpRows.segment("3.1.3"),
          OkHttpRows.segment("3.3.1"),
          OkHttpRows.segment("3.5.4"),

          // Apache HttpClient 4.
          ApacheRows.apacheHttpClient4("4.3"),
          ApacheRows.apacheHttpClient4("4.4.1"),
          ApacheRows.apacheHttpClient4("4.5.14"),

          // Apache HttpClient 4 as it was before 4.3, which the newest still brings.
          ApacheRows.oldApacheHttpClient4("4.0"),
          ApacheRows.oldApacheHttpClient4("4.2.6"),
          ApacheRows.oldApacheHttpClient4("4.5.14"),

          // Apache HttpAsyncClient 4.
          // 4.0 by itself hangs now and then in a handshake of TLS 1.3.
          ApacheRows.apacheHttpAsyncClient4("4.0")
              .options(ApacheRows.SILENT, "-Djdk.tls.client.protocols=TLSv1.2"),
          ApacheRows.apacheHttpAsyncClient4("4.1"),
          ApacheRows.apacheHttpAsyncClient4("4.1.5"),

          // Apache HttpClient 5, classic.
          ApacheRows.httpClient5("5.0"),
          ApacheRows.httpClient5("5.2.3"),
          ApacheRows.httpClient5("5.6.5"),

          // Apache HttpClient 5, async.
          ApacheRows.httpAsyncClient5("5.0"),
          ApacheRows.httpAsyncClient5("5.2.3", "relative"),
          ApacheRows.httpAsyncClient5("5.6.5", "relative"),

          // What only it does. Asking again, the asynchronous client of 5.0 never ends, without the
          // agent neither; to older classic clients a proxy's refusal is an exception.
          ApacheRows.httpClient5More(
              "5.0", "retry", "auth", "async-auth", "tunnel", "async-tunnel", "async-refused"),
          ApacheRows.httpClient5More("5.2.3", ApacheRows.HTTP_CLIENT_5_WAYS),
          ApacheRows.httpClient5More(
              "5.6.5",
              Stream.concat(Stream.of(ApacheRows.HTTP_CLIENT_5_WAYS), Stream.of("refused"))
                  .toArray(String[]::new)),

          // Ktor on its own engine, on the JDK's client, OkHttp and Apache's.
          KtorRows.cio("2.0.0"),
          KtorRows.cio("3.6.1"),
          KtorRows.on("java", "3.6.1").release(11).repeats("dns", "connect"),
          KtorRows.on("okhttp", "3.6.1").repeats("reset", "io"),
          KtorRows.on("apache", "2.3.13"),
          KtorRows.on("apache5", "3.5.2"),

          // Commons HttpClient 3.
          ApacheRows.commonsHttpClient3("3.0.1"),
          ApacheRows.commonsHttpClient3("3.1"),

          // Jodd HTTP.
          joddHttp("5.0.0"),
          joddHttp("5.2.0"),
          joddHttp("6.3.0"),

          // Netty 4.1, and 4.2 which has the same codec.
          NettyRows.netty("4.1.0.Final"),
          NettyRows.netty("4.1.68.Final"),
          NettyRows.netty("4.1.140.Final"),
          NettyRows.netty("4.2.20.Final"),

          // Reactor Netty.
          NettyRows.reactorNetty("0.9.25.RELEASE", "io.projectreactor.netty:reactor-netty:"),
          NettyRows.reactorNetty("1.0.48", "io.projectreactor.netty:reactor-netty-http:"),
          NettyRows.reactorNetty("1.1.31", "io.projectreactor.netty:reactor-netty-http:"),
          NettyRows.reactorNetty("1.2.18", "io.projectreactor.netty:reactor-netty-http:"),
          NettyRows.reactorNetty("1.3.8", "io.projectreactor.netty:reactor-netty-http:"),

          // AsyncHttpClient on Netty 4.1 and 4.2.
          NettyRows.asyncHttpClient("2.12.4", 8),
          NettyRows.asyncHttpClient("3.0.13", 11),

          // AsyncHttpClient on Netty 3.
          NettyRows.asyncHttpClient1("1.9.0"),
          NettyRows.asyncHttpClient1("1.9.40"),

          // Vert.x; 5 needs Java 11.
          NettyRows.vertx("4.5.21", 8),
          NettyRows.vertx("5.0.4", 11),

          // Jetty's client, 9.2 to 12.1, whose API changed with 10 and moved with 12.
          // Before 9.4 it does not get along with TLS 1.3, which it was made long before.
          JettyRows.jetty("9.2.30.v20200428").options("-Djdk.tls.client.protocols=TLSv1.2"),
          JettyRows.jetty("9.4.58.v20250814"),
          JettyRows.jetty("10.0.26"),
          JettyRows.jetty("11.0.26"),
          JettyRows.jetty("12.0.39"),
          JettyRows.jetty("12.1.14"),
          JettyRows.jettyHttp2("9.4.58.v20250814", "http2-http-client-transport"),
          JettyRows.jettyHttp2("11.0.26", "http2-http-client-transport"),
          JettyRows.jettyHttp2("12.1.14", "jetty-http2-client-transport"));

  private LibraryVersions() {}

  private static LibraryVersion joddHttp(String version) {
    return LibraryVersion.of(
        "joddhttp",
        version,
        "JoddHttpLibraryApp",
        Set.of("sync", "async", "unread", "reused", "opened", "proxy", "follow", "timeout"),
        "org.jodd:jodd-http:" + version);
  }

  static List<LibraryVersion> all() {
    return ALL;
  }

  static List<LibraryVersion> of(String library) {
    return ALL.stream().filter(row -> row.library().equals(library)).toList();
  }
}
