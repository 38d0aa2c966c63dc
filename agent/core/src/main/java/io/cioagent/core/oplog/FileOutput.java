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
 * A file that is appended to. Whoever rotates it may move or remove it: what then stands in its
 * place, or is made anew, is written on within a second. One that is truncated is simply appended
 * to.
 */
final class FileOutput implements Output {
  private static final long LOOK_AGAIN_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final File file;
  private final LongSupplier nanoTime;

  /** Null after a failure. */
  private @Nullable OutputStream stream;

  /** What tells the opened file from another of its name. */
  private @Nullable Object identity;

  private long lookedNanos;

  FileOutput(File file, LongSupplier nanoTime) {
    this.file = file;
    this.nanoTime = nanoTime;
  }

  @Override
  public void open() throws IOException {
    lookedNanos = nanoTime.getAsLong();
    boolean midLine = endsMidLine();
    OutputStream opened = new FileOutputStream(file, true);
    try {
      if (midLine) {
        // Somebody was stopped, or the disk was full, in the middle of a line.
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
    if (nanoTime.getAsLong() - lookedNanos >= LOOK_AGAIN_NANOS) {
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
    lookedNanos = nanoTime.getAsLong();
    try {
      if (!file.exists() || !Objects.equals(identity, identity())) {
        open();
      }
    } catch (IOException e) {
      // Better in the file that was moved than nowhere.
    }
  }

  private Object identity() throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(file.toPath(), BasicFileAttributes.class);
    // Windows has no key, but lets nobody move an open file either.
    return attributes.fileKey() == null ? attributes.creationTime() : attributes.fileKey();
  }

  private boolean endsMidLine() throws IOException {
    // Only a file can be read back; a pipe or device would wait for somebody to write.
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
