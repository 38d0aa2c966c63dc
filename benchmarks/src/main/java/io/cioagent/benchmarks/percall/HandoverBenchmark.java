package io.cioagent.benchmarks.percall;

import com.example.shop.CustomerIoClient;
import java.util.Collections;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
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

/**
 * What the agent costs executors in an application that has a client, on threads where none of its
 * methods is active. Nothing changes threads here: that takes a thousand times as long.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class HandoverBenchmark {

  /** A pool that takes nothing any more and does not mind. */
  @State(Scope.Thread)
  public static class Executor {
    final Runnable work = () -> {};
    ThreadPoolExecutor pool;

    @Setup
    public void weave() throws Exception {
      // Executors are woven once a client is.
      CustomerIoClient client = new CustomerIoClient();
      CountedRequests.awaitFirst(
          () -> {
            client.identify("cust_4711", Collections.emptyMap());
            return 200;
          });
      pool =
          new ThreadPoolExecutor(
              1,
              1,
              1,
              TimeUnit.SECONDS,
              new LinkedBlockingQueue<>(),
              new ThreadPoolExecutor.DiscardPolicy());
      pool.shutdown();
    }
  }

  @Benchmark
  public void execute(Executor executor) {
    executor.pool.execute(executor.work);
  }

  @Benchmark
  public FutureTask<Void> futureTask(Executor executor) {
    FutureTask<Void> task = new FutureTask<>(executor.work, null);
    task.run();
    return task;
  }
}
