package io.cioagent.launcher;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** Reads entries of the agent's jar. */
final class JarBytes {
  private JarBytes() {}

  /**
   * @param size the entry's size in bytes, which every entry of our own jar knows
   */
  static byte[] read(InputStream in, long size) throws IOException {
    byte[] bytes = new byte[(int) size];
    read(in, bytes, bytes.length);
    return bytes;
  }

  /** Fills the beginning of an array. */
  static void read(InputStream in, byte[] bytes, int size) throws IOException {
    int read = 0;
    while (read < size) {
      int count = in.read(bytes, read, size - read);
      if (count < 0) {
        throw new EOFException("customerio-agent.jar is damaged; copy it again");
      }
      read += count;
    }
  }
}
