package io.cioagent.benchmarks.percall.library;

import io.cioagent.benchmarks.percall.CountedRequests;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One library that sends requests to Customer.io, or to another host in an application that uses
 * the same client for Customer.io.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 10, time = 1)
@Measurement(iterations = 5, time = 1)
public abstract class LibraryBenchmark {

  private static final String CUSTOMER_IO = "customer.io";

  /** Which host the measured requests go to. */
  @Param({CUSTOMER_IO, "another"})
  String host;

  private String url;
  private double countedBefore;
  private long sent;

  /** Starts a client. */
  abstract void open() throws Exception;

  /** Sends a GET and consumes the answer, whose status it returns. */
  abstract int send(String url) throws Exception;

  abstract void close() throws Exception;

  String customerIo() throws IOException {
    return "http://track.customer.io/api/v1/customers/cust_4711";
  }

  String otherHost() throws IOException {
    return "http://partner.example.com/orders/4711";
  }

  /** What each benchmark measures. */
  final int send() throws Exception {
    sent++;
    return send(url);
  }

  @Setup
  public final void start() throws Exception {
    open();
    String customerIo = customerIo();
    CountedRequests.awaitFirst(() -> send(customerIo));
    url = host.equals(CUSTOMER_IO) ? customerIo : otherHost();
    if (send(url) != 200) {
      throw new IllegalStateException("no answer from " + url);
    }
    countedBefore = CountedRequests.sum("");
    sent = 0;
  }

  /** Fails where the measured requests to Customer.io have not been counted. */
  @TearDown
  public final void stop() throws Exception {
    close();
    if (host.equals(CUSTOMER_IO)) {
      CountedRequests.require(Math.round(countedBefore) + sent, "");
    }
  }
}
