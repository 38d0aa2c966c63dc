package io.cioagent.benchmarks.percall;

import com.example.shop.CustomerIoClient;
import com.example.shop.PlainClient;
import io.cioagent.benchmarks.percall.wrapper.SdkWrapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Calls of a client method that does nothing itself. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ClientBenchmark {

  /** The arguments of every call. */
  @State(Scope.Thread)
  public static class Customer {
    private final String id = "cust_4711";
    private final Map<String, Object> attributes = new HashMap<>();

    public String id() {
      return id;
    }

    public Map<String, Object> attributes() {
      return attributes;
    }

    @Setup
    public void fill() {
      attributes.put("email", "win@example.com");
      attributes.put("plan", "premium");
      attributes.put("orders", 3);
    }
  }

  /** A client that the contender, where there is one, must have counted in the end. */
  @State(Scope.Thread)
  public static class Observed {
    CustomerIoClient client = SdkWrapper.isWanted() ? SdkWrapper.client() : new CustomerIoClient();
    long called;

    /**
     * The first scrape waits until telemetry has started: more calls than it keeps before follow.
     */
    @Setup
    public void scrape() throws IOException {
      CountedRequests.sum("");
    }

    @TearDown
    public void assertCounted() throws IOException, InterruptedException {
      // The client sends nothing. With several threads, this is the least that there must be.
      String status = SdkWrapper.isWanted() ? "success" : "unknown";
      CountedRequests.require(called, "status=\"" + status + "\"");
      called = 0;
    }
  }

  /** A client that is none of the agent's business. */
  @State(Scope.Thread)
  public static class Ignored {
    PlainClient client = new PlainClient();
  }

  @Benchmark
  public void customerIoClient(Observed observed, Customer customer) {
    observed.called++;
    observed.client.identify(customer.id, customer.attributes);
  }

  @Benchmark
  public void plainClient(Ignored ignored, Customer customer) {
    ignored.client.identify(customer.id, customer.attributes);
  }

  /** What others are compared with when machines differ: small work that no agent touches. */
  @Benchmark
  public Map<String, Object> baseline(Customer customer) {
    return new HashMap<>(customer.attributes);
  }
}
