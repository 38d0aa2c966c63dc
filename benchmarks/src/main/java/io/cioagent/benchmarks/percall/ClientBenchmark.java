package io.cioagent.benchmarks.percall;

import com.example.shop.CustomerIoClient;
import com.example.shop.PlainClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
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
    String id = "cust_4711";
    Map<String, Object> attributes = new HashMap<>();

    @Setup
    public void fill() {
      attributes.put("email", "win@example.com");
      attributes.put("plan", "premium");
      attributes.put("orders", 3);
    }
  }

  /** A client that the agent, where there is one, must have counted in the end. */
  @State(Scope.Thread)
  public static class Observed {
    CustomerIoClient client = new CustomerIoClient();

    @TearDown
    public void assertCounted() throws IOException {
      String port = System.getProperty(PerCall.PORT_PROPERTY);
      if (port != null && !scrapeShowsIdentify(port)) {
        throw new IllegalStateException(
            "the agent did not observe the client; its cost would be measured as nothing");
      }
    }

    private static boolean scrapeShowsIdentify(String port) throws IOException {
      URL metrics = new URL("http", "localhost", Integer.parseInt(port), "/metrics");
      try (BufferedReader reader =
          new BufferedReader(new InputStreamReader(metrics.openStream(), StandardCharsets.UTF_8))) {
        return reader
            .lines()
            .filter(line -> line.startsWith("customerio_api_requests_total{"))
            .filter(line -> line.contains("operation=\"identify\""))
            // The client sends nothing.
            .filter(line -> line.contains("status=\"unknown\""))
            .anyMatch(line -> !line.endsWith(" 0.0"));
      }
    }
  }

  /** A client that is none of the agent's business. */
  @State(Scope.Thread)
  public static class Ignored {
    PlainClient client = new PlainClient();
  }

  @Benchmark
  public void customerIoClient(Observed observed, Customer customer) {
    observed.client.identify(customer.id, customer.attributes);
  }

  @Benchmark
  public void plainClient(Ignored ignored, Customer customer) {
    ignored.client.identify(customer.id, customer.attributes);
  }
}
