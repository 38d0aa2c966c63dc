package io.cioagent.core.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecentIdsTest {

  /** Hashes with the same home slot cause long probes and many gaps. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 64, 100})
  void containsOnlyTheMostRecentIds(int capacity) {
    RecentIds ids = new RecentIds(capacity);
    Deque<Long> last = new ArrayDeque<>();
    Random random = new Random(capacity);
    for (int i = 0; i < 20_000; i++) {
      long hash = 1 + random.nextInt(3 * capacity) * (random.nextBoolean() ? 1L : 1024L);
      assertThat(ids.find(hash) >= 0).as("step %d", i).isEqualTo(last.contains(hash));
      if (!last.contains(hash)) {
        assertThat(ids.add(hash)).isBetween(0, capacity - 1);
        last.add(hash);
        if (last.size() > capacity) {
          last.remove();
        }
      }
    }
    assertThat(last).allMatch(hash -> ids.find(hash) >= 0);
  }

  @Test
  void idKeepsItsSlot() {
    RecentIds ids = new RecentIds(10);
    int slot = ids.add(RecentIds.hash("a"));
    ids.add(RecentIds.hash("b"));
    assertThat(ids.find(RecentIds.hash("a"))).isEqualTo(slot);
  }
}
