package io.cioagent.core.oplog;

import java.io.IOException;

/** Where lines go. Used by one thread. */
interface Output {

  /** Makes ready; where that fails nothing else is asked of it. */
  void open() throws IOException;

  /**
   * Writes a whole line.
   *
   * @throws IOException where the line, or a part of it, is lost; the next one may do better
   */
  void write(byte[] line) throws IOException;
}
