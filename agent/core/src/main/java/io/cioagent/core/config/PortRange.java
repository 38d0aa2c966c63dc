package io.cioagent.core.config;

import io.cioagent.core.operation.HostPort;
import org.jspecify.annotations.Nullable;

/** A range of ports to try in order. Immutable. */
final class PortRange {
  final int from;
  final int to;

  private PortRange(int from, int to) {
    this.from = from;
    this.to = to;
  }

  /** Reads {@code 19464} or {@code 19464-19474}; null if {@code text} is neither. */
  static @Nullable PortRange parse(String text) {
    int dash = text.indexOf('-');
    int from = port(dash < 0 ? text : text.substring(0, dash));
    int to = dash < 0 ? from : port(text.substring(dash + 1));
    return from < 0 || to < from ? null : new PortRange(from, to);
  }

  private static int port(String text) {
    return Numbers.parse(text.trim(), HostPort.LAST_PORT);
  }
}
