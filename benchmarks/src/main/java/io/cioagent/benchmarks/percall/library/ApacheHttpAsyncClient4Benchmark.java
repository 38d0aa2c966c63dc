package io.cioagent.benchmarks.percall.library;

import org.apache.http.HttpResponse;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.impl.nio.client.CloseableHttpAsyncClient;
import org.apache.http.impl.nio.client.HttpAsyncClients;
import org.openjdk.jmh.annotations.Benchmark;

/** Apache HttpAsyncClient 4. */
public class ApacheHttpAsyncClient4Benchmark extends LoopbackBenchmark {

  private CloseableHttpAsyncClient client;

  @Benchmark
  public int apacheHttpAsyncClient4() throws Exception {
    return send();
  }

  @Override
  void open() {
    client = HttpAsyncClients.createDefault();
    client.start();
  }

  @Override
  int send(String url) throws Exception {
    HttpResponse response = client.execute(new HttpGet(url), null).get();
    return response.getStatusLine().getStatusCode();
  }

  @Override
  void closeClient() throws Exception {
    client.close();
  }
}
