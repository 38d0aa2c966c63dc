package io.cioagent.launcher;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The standard error of the process. What an application puts in the place of {@code System.err} is
 * its own: it may run any code, block, or throw.
 */
final class StandardError {
  // Never closed: it is the application's too.
  private static final OutputStream STREAM = new FileOutputStream(FileDescriptor.err);

  private StandardError() {}

  /** Prints one line of the agent; a line that cannot be written is lost. */
  static void warn(String message) {
    try {
      STREAM.write(("[customerio-agent] WARN " + message + '\n').getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // Nowhere left to say it.
    }
  }
}
