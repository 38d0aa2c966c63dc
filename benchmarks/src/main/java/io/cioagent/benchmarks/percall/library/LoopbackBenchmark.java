package io.cioagent.benchmarks.percall.library;

import java.io.IOException;

/**
 * A library whose wire cannot be taken out. It costs far more than the agent, and never the same:
 * look at the bytes here.
 */
public abstract class LoopbackBenchmark extends LibraryBenchmark {

  private RawServer server;

  private RawServer server() throws IOException {
    if (server == null) {
      server = new RawServer();
    }
    return server;
  }

  /** This name is a setting of the contender's: it stands for Customer.io. */
  @Override
  final String customerIo() throws IOException {
    return "http://localhost:" + server().port() + "/api/v1/customers/cust_4711";
  }

  @Override
  final String otherHost() throws IOException {
    return "http://127.0.0.1:" + server().port() + "/orders/4711";
  }

  @Override
  final void close() throws Exception {
    closeClient();
    server().close();
  }

  abstract void closeClient() throws Exception;
}
