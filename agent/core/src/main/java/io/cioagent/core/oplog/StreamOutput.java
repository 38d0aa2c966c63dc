package io.cioagent.core.oplog;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * The standard output or error of the process itself. Not {@code System.err}, which an application
 * may replace by a stream that runs arbitrary code, writes to a log, or keeps its class loader
 * alive.
 */
public final class StreamOutput implements Output {
  private final OutputStream stream;

  private StreamOutput(FileDescriptor descriptor) {
    // Unbuffered, so that each line is a single write that other output cannot interrupt.
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
