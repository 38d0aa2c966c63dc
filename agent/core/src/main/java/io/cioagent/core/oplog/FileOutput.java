package io.cioagent.core.oplog;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Appends to a file. If log rotation moves or removes the file, writing continues in the new file
 * of that name, or in one that is created, within a second. Writing to a truncated file continues
 * at its end.
 */
final class FileOutput implements Output {
  private static final long CHECK_INTERVAL_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final File file;
  private final LongSupplier nanoTime;

  /** Null after a failure. */
  private @Nullable OutputStream stream;

  /** Distinguishes the open file from another one of the same name. */
  private @Nullable Object identity;

  private long checkedNanos;

  FileOutput(File file, LongSupplier nanoTime) {
    this.file = file;
    this.nanoTime = nanoTime;
  }

  @Override
  public void open() throws IOException {
    checkedNanos = nanoTime.getAsLong();
    boolean midLine = endsMidLine();
    OutputStream opened = new FileOutputStream(file, true);
    try {
      if (midLine) {
        // A process ended, or the disk was full, in the middle of a line.
        opened.write('\n');
      }
      identity = identity();
    } catch (IOException e) {
      opened.close();
      throw e;
    }
    close();
    stream = opened;
  }

  @Override
  public void write(byte[] line) throws IOException {
    if (nanoTime.getAsLong() - checkedNanos >= CHECK_INTERVAL_NANOS) {
      if (stream == null) {
        open();
      } else {
        reopenIfRotated();
      }
    }
    if (stream == null) {
      throw new IOException("a recent write failed");
    }
    try {
      stream.write(line);
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  private void reopenIfRotated() {
    checkedNanos = nanoTime.getAsLong();
    try {
      if (!file.exists() || !Objects.equals(identity, identity())) {
        open();
      }
    } catch (IOException e) {
      // Writing to the moved file is better than losing lines.
    }
  }

  private Object identity() throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(file.toPath(), BasicFileAttributes.class);
    // Windows has no file key, but an open file cannot be moved there.
    return attributes.fileKey() == null ? attributes.creationTime() : attributes.fileKey();
  }

  private boolean endsMidLine() throws IOException {
    // Only a regular file can be read back; reading a pipe or device would block.
    if (!file.isFile() || file.length() == 0 || !file.canRead()) {
      return false;
    }
    try (RandomAccessFile content = new RandomAccessFile(file, "r")) {
      content.seek(content.length() - 1);
      int last = content.read();
      return last >= 0 && last != '\n';
    }
  }

  private void close() throws IOException {
    if (stream != null) {
      OutputStream closing = stream;
      stream = null;
      closing.close();
    }
  }
}
