package io.cioagent.benchmarks.percall.library;

import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.async.methods.SimpleRequestBuilder;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.openjdk.jmh.annotations.Benchmark;

/** Apache HttpClient 5, asynchronous. */
public class HttpAsyncClient5Benchmark extends LoopbackBenchmark {

  private CloseableHttpAsyncClient client;

  @Benchmark
  public int httpAsyncClient5() throws Exception {
    return send();
  }

  @Override
  void open() {
    client = HttpAsyncClients.createDefault();
    client.start();
  }

  @Override
  int send(String url) throws Exception {
    SimpleHttpRequest request = SimpleRequestBuilder.get(url).build();
    return client.execute(request, null).get().getCode();
  }

  @Override
  void closeClient() throws Exception {
    client.close();
  }
}
