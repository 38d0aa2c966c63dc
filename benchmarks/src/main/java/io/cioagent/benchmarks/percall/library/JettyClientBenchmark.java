package io.cioagent.benchmarks.percall.library;

import org.eclipse.jetty.client.HttpClient;
import org.openjdk.jmh.annotations.Benchmark;

/** Jetty's client. */
public class JettyClientBenchmark extends LoopbackBenchmark {

  private HttpClient client;

  @Benchmark
  public int jettyClient() throws Exception {
    return send();
  }

  @Override
  void open() throws Exception {
    client = new HttpClient();
    client.start();
  }

  @Override
  int send(String url) throws Exception {
    return client.GET(url).getStatus();
  }

  @Override
  void closeClient() throws Exception {
    client.stop();
  }
}
