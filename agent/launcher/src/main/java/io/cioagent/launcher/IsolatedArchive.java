package io.cioagent.launcher;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * The files of the isolated class loader: a jar within the agent's jar, and an index of it.
 *
 * <p>The JVM lists all entries of the agent's jar before {@code main} runs, which takes longer than
 * everything else there if each of the thousands of classes is an entry. The inner jar is stored
 * without compression, so that any part of it can be read at once. Safe for any thread.
 */
final class IsolatedArchive {
  static final String ARCHIVE = "isolated.jar";
  static final String INDEX = "isolated.index";

  /** Hash, offset, packed size and size. */
  static final int RECORD_BYTES = Long.BYTES + 3 * Integer.BYTES;

  private static final int OFFSET = Long.BYTES;
  private static final int PACKED_SIZE = OFFSET + Integer.BYTES;
  private static final int SIZE = PACKED_SIZE + Integer.BYTES;

  private static final long HASH_START = 0xcbf29ce484222325L;
  private static final long HASH_FACTOR = 0x100000001b3L;

  private final JarFile jar;
  private final JarEntry archive;
  private final ByteBuffer index;

  IsolatedArchive(JarFile jar) throws IOException {
    this.jar = jar;
    JarEntry found = jar.getJarEntry(ARCHIVE);
    JarEntry indexEntry = jar.getJarEntry(INDEX);
    if (found == null || indexEntry == null) {
      throw damaged();
    }
    archive = found;
    try (InputStream in = jar.getInputStream(indexEntry)) {
      index = ByteBuffer.wrap(JarBytes.read(in, indexEntry.getSize()));
    }
  }

  /** FNV-1a of 64 bits. The build fails if two names have the same. */
  static long hash(String name) {
    long hash = HASH_START;
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * HASH_FACTOR;
    }
    return hash;
  }

  boolean contains(String name) {
    return find(name) >= 0;
  }

  /** The content of a file; null if there is none of that name. */
  byte @Nullable [] read(String name) throws IOException {
    int record = find(name);
    if (record < 0) {
      return null;
    }
    int packedSize = index.getInt(record + PACKED_SIZE);
    int size = index.getInt(record + SIZE);
    // The inflater needs one byte more than there is.
    byte[] packed = new byte[packedSize + 1];
    try (InputStream in = jar.getInputStream(archive)) {
      skip(in, index.getInt(record + OFFSET));
      JarBytes.read(in, packed, packedSize);
    }
    return inflate(packed, size);
  }

  /** The position of a file's record, negative if there is none. */
  private int find(String name) {
    long wanted = hash(name);
    int low = 0;
    int high = index.capacity() / RECORD_BYTES - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      long hash = index.getLong(middle * RECORD_BYTES);
      if (hash == wanted) {
        return middle * RECORD_BYTES;
      }
      if (hash < wanted) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  private static void skip(InputStream in, long count) throws IOException {
    long left = count;
    while (left > 0) {
      long skipped = in.skip(left);
      if (skipped <= 0) {
        throw damaged();
      }
      left -= skipped;
    }
  }

  private static byte[] inflate(byte[] packed, int size) throws IOException {
    byte[] bytes = new byte[size];
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(packed);
      int done = 0;
      while (done < size) {
        int count = inflater.inflate(bytes, done, size - done);
        if (count == 0) {
          throw damaged();
        }
        done += count;
      }
    } catch (DataFormatException e) {
      throw damaged();
    } finally {
      inflater.end();
    }
    return bytes;
  }

  private static IOException damaged() {
    return new EOFException("customerio-agent.jar is damaged; copy it again");
  }
}
