package io.cioagent.benchmarks.percall.oplog;

import io.cioagent.core.privacy.DataRules;
import io.cioagent.core.privacy.UserIdMode;
import io.cioagent.core.privacy.UserIds;
import java.util.Arrays;
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
import org.openjdk.jmh.annotations.Warmup;

/** Masking of the data of a typical operation, compared with the {@code toString} of the data. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class MaskingBenchmark {

  private final Map<String, Object> data = new HashMap<>();
  private Masking masking;

  @Setup
  public void fill() {
    Map<String, Object> address = new HashMap<>();
    address.put("street", "1 Long Lane");
    address.put("city", "Springfield");
    data.put("email", "win@example.com");
    data.put("first_name", "Winston");
    data.put("plan", "premium");
    data.put("orders", 3);
    data.put("last_order_at", 1_789_000_105L);
    data.put("note", "call win@example.com or +49 30 1234567");
    data.put("tags", Arrays.asList("new", "vip"));
    data.put("address", address);
  }

  @Benchmark
  public Object maskedData() {
    if (masking == null) {
      masking = new Masking();
    }
    return masking.mask(data);
  }

  @Benchmark
  public String textOfData() {
    return data.toString();
  }

  /** Apart, as the agent's classes are on the class path of this benchmark only. */
  private static final class Masking {
    private final DataRules rules =
        new DataRules(
            Arrays.asList("email", "phone", "address", "first_name", "last_name", "ssn"),
            new UserIds(UserIdMode.AUTO));

    Object mask(Map<String, Object> data) {
      Object masked = rules.mask(data, "cust_4711");
      if (masked == null) {
        throw new IllegalStateException("nothing was masked");
      }
      return masked;
    }
  }
}
