package io.cioagent.benchmarks.percall;

/** What one call costs. */
final class Cost {

  final double nanos;

  /** Half the width of the 99.9 % confidence interval of the time. */
  final double nanosError;

  final double bytes;

  Cost(double nanos, double nanosError, double bytes) {
    this.nanos = nanos;
    this.nanosError = nanosError;
    this.bytes = bytes;
  }
}
