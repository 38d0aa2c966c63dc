package io.cioagent.benchmarks.percall.library;

import org.openjdk.jmh.annotations.Benchmark;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** Reactor Netty. */
public class ReactorNettyBenchmark extends LoopbackBenchmark {

  private ConnectionProvider connections;
  private HttpClient client;

  @Benchmark
  public int reactorNetty() throws Exception {
    return send();
  }

  @Override
  void open() {
    connections = ConnectionProvider.create("benchmark", 1);
    client = HttpClient.create(connections);
  }

  @Override
  int send(String url) {
    return client
        .get()
        .uri(url)
        .responseSingle((response, body) -> body.then(Mono.just(response.status().code())))
        .block();
  }

  @Override
  void closeClient() {
    connections.dispose();
  }
}
