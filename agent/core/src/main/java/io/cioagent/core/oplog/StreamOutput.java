package io.cioagent.core.oplog;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * The standard output or error of the process itself. What an application puts in the place of
 * {@code System.err} is its own: that may run any code, may lead back into a log, and would keep
 * its class loader alive.
 */
public final class StreamOutput implements Output {
  private final OutputStream stream;

  private StreamOutput(FileDescriptor descriptor) {
    // Unbuffered: each line is one write, which others cannot come in between.
    this.stream = new FileOutputStream(descriptor);
  }

  public static StreamOutput ofStandardError() {
    return new StreamOutput(FileDescriptor.err);
  }

  public static StreamOutput ofStandardOutput() {
    return new StreamOutput(FileDescriptor.out);
  }

  @Override
  public void open() {}

  @Override
  public void write(byte[] line) throws IOException {
    stream.write(line);
  }
}
