package io.cioagent.it.apps;

import io.cioagent.it.apps.customerio.CustomerIoClient;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A busy service: all threads call at once, half of the calls with success. */
final class ManyThreads {

  private ManyThreads() {}

  /**
   * Each thread identifies at one address and tracks at another, so often; all shares one client.
   */
  static String run(int threads, int times, String good, String bad) throws Exception {
    CustomerIoClient identifies = new CustomerIoClient(good);
    CustomerIoClient tracks = new CustomerIoClient(bad);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<Integer>> results = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        results.add(pool.submit(() -> calls(times, identifies, tracks)));
      }
      int failures = 0;
      for (Future<Integer> result : results) {
        failures += result.get();
      }
      return failures + " failures";
    } finally {
      pool.shutdown();
    }
  }

  private static int calls(int times, CustomerIoClient identifies, CustomerIoClient tracks) {
    int failures = 0;
    for (int i = 0; i < times; i++) {
      identifies.identify("cust-" + i, Collections.emptyMap());
      if (!tracks.track("cust-" + i, "ordered", Collections.emptyMap())) {
        failures++;
      }
    }
    return failures;
  }
}
