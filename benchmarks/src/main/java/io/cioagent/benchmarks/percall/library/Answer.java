package io.cioagent.benchmarks.percall.library;

import java.nio.charset.StandardCharsets;

/** What every request is answered. */
final class Answer {

  static final byte[] BYTES =
      ("HTTP/1.1 200 OK\r\n"
              + "Content-Type: application/json\r\n"
              + "Content-Length: 2\r\n"
              + "\r\n"
              + "{}")
          .getBytes(StandardCharsets.ISO_8859_1);

  private Answer() {}
}
