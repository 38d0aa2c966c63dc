package io.cioagent.launcher;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The standard error of the process. An application may replace {@code System.err} with a stream
 * that runs any code, blocks or throws.
 */
final class StandardError {
  // Never closed: the application uses it too.
  private static final OutputStream STREAM = new FileOutputStream(FileDescriptor.err);

  private StandardError() {}

  /** Prints one line of the agent; a line that cannot be written is lost. */
  static void warn(String message) {
    try {
      STREAM.write(("[customerio-agent] WARN " + message + '\n').getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // There is no other output left.
    }
  }
}
