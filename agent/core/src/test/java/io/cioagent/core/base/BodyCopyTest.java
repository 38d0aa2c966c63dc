package io.cioagent.core.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BodyCopyTest {
  private static final int LIMIT = 100_000;
  private static final byte[] PART = new byte[10_000];

  @Test
  void announcedLengthDoesNotReserveMemory() {
    assertThat(new BodyCopy(LIMIT, Long.MAX_VALUE).bytes()).hasSizeLessThanOrEqualTo(4096);
    assertThat(new BodyCopy(LIMIT, 300).bytes()).hasSize(300);
  }

  @Test
  void bytesBeyondTheLimitAreCountedButNotKept() {
    BodyCopy copy = new BodyCopy(15_000, -1);
    copy.add(PART, 0, PART.length);
    assertThat(copy.isCut()).isFalse();
    copy.add(PART, 0, PART.length);
    copy.add(7);
    assertThat(copy.length()).isEqualTo(15_000);
    assertThat(copy.total()).isEqualTo(20_001);
    assertThat(copy.isCut()).isTrue();
  }

  @Test
  void allCopiesShareOneBudget() {
    AtomicInteger budget = new AtomicInteger(250_000);
    List<BodyCopy> copies = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      BodyCopy copy = new BodyCopy(LIMIT, -1, budget);
      copies.add(copy);
      for (int part = 0; part < 10; part++) {
        copy.add(PART, 0, PART.length);
      }
      assertThat(copy.total()).isEqualTo(LIMIT);
    }
    assertThat(copies.stream().filter(copy -> !copy.isCut())).hasSize(2);
    assertThat(budget.get()).isNotNegative();
    copies.forEach(BodyCopy::release);
    copies.forEach(BodyCopy::release);
    assertThat(budget.get()).isEqualTo(250_000);
  }

  @Test
  void smallBodyIsKeptWithAnExhaustedBudget() {
    BodyCopy copy = new BodyCopy(LIMIT, -1, new AtomicInteger());
    copy.add(PART, 0, 2000);
    assertThat(copy.isCut()).isFalse();
  }
}
