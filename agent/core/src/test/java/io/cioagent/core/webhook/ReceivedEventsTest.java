package io.cioagent.core.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReceivedEventsTest {
  @Test
  void remembersTheLastHundredThousandEvents() {
    ReceivedEvents received = new ReceivedEvents();
    assertThat(received.add("the first")).isTrue();
    for (int i = 1; i < 100_000; i++) {
      assertThat(received.add("event " + i)).isTrue();
    }
    assertThat(received.add("the first")).isFalse();
    for (int i = 1; i < 100_000; i++) {
      assertThat(received.add("event " + i)).isFalse();
    }
    assertThat(received.add("one more")).isTrue();
    assertThat(received.add("the first")).isTrue();
  }
}
