package io.cioagent.core.oplog;

import java.io.IOException;

/** A destination of log lines. Used by one thread. */
interface Output {

  /** Opens the output. If it fails, no other method is called. */
  void open() throws IOException;

  /**
   * Writes a whole line.
   *
   * @throws IOException if the line or a part of it is lost; the next write may succeed
   */
  void write(byte[] line) throws IOException;
}
