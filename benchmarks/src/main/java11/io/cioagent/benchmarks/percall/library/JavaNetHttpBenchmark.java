package io.cioagent.benchmarks.percall.library;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.openjdk.jmh.annotations.Benchmark;

/** The JDK's own client since Java 11. */
public class JavaNetHttpBenchmark extends LoopbackBenchmark {

  private HttpClient client;

  @Benchmark
  public int javaNetHttp() throws Exception {
    return send();
  }

  @Override
  void open() {
    client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  }

  @Override
  int send(String url) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
    return client.send(request, BodyHandlers.ofByteArray()).statusCode();
  }

  @Override
  void closeClient() {
    client = null;
  }
}
