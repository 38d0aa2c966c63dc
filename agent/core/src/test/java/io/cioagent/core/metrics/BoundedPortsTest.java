package io.cioagent.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BoundedPortsTest {
  private final BoundedPorts ports = new BoundedPorts();

  @Test
  void firstHundredPortsAreKeptAndOthersShareOneValue() {
    for (int port = 1; port <= 100; port++) {
      assertThat(ports.bounded(port)).isEqualTo(port);
    }
    assertThat(ports.bounded(101)).isEqualTo(BoundedPorts.OTHER);
    assertThat(ports.bounded(65_535)).isEqualTo(BoundedPorts.OTHER);
  }

  @Test
  void knownPortsAreKept() {
    assertThat(ports.bounded(443)).isEqualTo(443);
    for (int port = 1000; port < 2000; port++) {
      ports.bounded(port);
    }
    assertThat(ports.bounded(443)).isEqualTo(443);
    assertThat(ports.bounded(444)).isEqualTo(BoundedPorts.OTHER);
  }
}
