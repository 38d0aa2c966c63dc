package io.cioagent.benchmarks.percall.library;

/** Counts requests without a body in a stream of bytes. */
final class Requests {

  private static final int END = '\r' << 24 | '\n' << 16 | '\r' << 8 | '\n';

  private int lastFour;

  int endedIn(byte[] bytes, int from, int length) {
    int ended = 0;
    for (int i = from; i < from + length; i++) {
      lastFour = lastFour << 8 | bytes[i];
      if (lastFour == END) {
        ended++;
      }
    }
    return ended;
  }
}
