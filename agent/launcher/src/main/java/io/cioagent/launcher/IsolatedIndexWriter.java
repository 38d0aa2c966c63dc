package io.cioagent.launcher;

import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes the index of {@link IsolatedArchive}, sorted by the hashes of the names. A step of the
 * build; not in the agent's jar.
 */
public final class IsolatedIndexWriter {
  /** Numbers of the ZIP format: the record at the end, without a comment. */
  private static final int END_BYTES = 22;

  private static final int END_COUNT = 10;
  private static final int END_DIRECTORY = 16;

  /** An entry of the directory. */
  private static final int ENTRY_BYTES = 46;

  private static final int ENTRY_METHOD = 10;
  private static final int ENTRY_PACKED_SIZE = 20;
  private static final int ENTRY_SIZE = 24;
  private static final int ENTRY_NAME_LENGTH = 28;
  private static final int ENTRY_EXTRA_LENGTH = 30;
  private static final int ENTRY_COMMENT_LENGTH = 32;
  private static final int ENTRY_HEADER = 42;

  /** The header before the content. */
  private static final int HEADER_BYTES = 30;

  private static final int HEADER_NAME_LENGTH = 26;
  private static final int HEADER_EXTRA_LENGTH = 28;

  private static final int DEFLATED = 8;

  private IsolatedIndexWriter() {}

  /** Arguments: the jar of the isolated classes, and the index to write. */
  public static void main(String[] args) throws IOException {
    write(new File(args[0]), new File(args[1]));
  }

  static void write(File jar, File index) throws IOException {
    ByteBuffer zip;
    try (InputStream in = new FileInputStream(jar)) {
      zip = ByteBuffer.wrap(JarBytes.read(in, jar.length())).order(ByteOrder.LITTLE_ENDIAN);
    }
    Map<Long, int[]> records = new TreeMap<>();
    int end = zip.capacity() - END_BYTES;
    int at = zip.getInt(end + END_DIRECTORY);
    for (int left = unsigned(zip, end + END_COUNT); left > 0; left--) {
      int nameLength = unsigned(zip, at + ENTRY_NAME_LENGTH);
      String name = new String(zip.array(), at + ENTRY_BYTES, nameLength, StandardCharsets.UTF_8);
      if (unsigned(zip, at + ENTRY_METHOD) != DEFLATED) {
        throw new IOException("not deflated: " + name);
      }
      int header = zip.getInt(at + ENTRY_HEADER);
      int content =
          header
              + HEADER_BYTES
              + unsigned(zip, header + HEADER_NAME_LENGTH)
              + unsigned(zip, header + HEADER_EXTRA_LENGTH);
      int[] record = {content, zip.getInt(at + ENTRY_PACKED_SIZE), zip.getInt(at + ENTRY_SIZE)};
      if (records.put(IsolatedArchive.hash(name), record) != null) {
        throw new IOException("another file has the same hash: " + name);
      }
      at +=
          ENTRY_BYTES
              + nameLength
              + unsigned(zip, at + ENTRY_EXTRA_LENGTH)
              + unsigned(zip, at + ENTRY_COMMENT_LENGTH);
    }
    try (OutputStream out = new FileOutputStream(index)) {
      out.write(bytes(records));
    }
  }

  private static byte[] bytes(Map<Long, int[]> records) {
    ByteBuffer bytes = ByteBuffer.allocate(records.size() * IsolatedArchive.RECORD_BYTES);
    records.forEach(
        (hash, record) -> {
          bytes.putLong(hash);
          for (int each : record) {
            bytes.putInt(each);
          }
        });
    return bytes.array();
  }

  private static int unsigned(ByteBuffer zip, int at) {
    return Short.toUnsignedInt(zip.getShort(at));
  }
}
