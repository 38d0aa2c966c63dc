package io.cioagent.it.jar;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.ClassReader;

/**
 * One class file of the jar.
 *
 * @param entry where it is in the jar
 * @param name its class's name, with slashes
 * @param version its major version: 52 is Java 8
 * @param text its bytes, each a character
 */
record ClassFile(String entry, String name, int version, String text) {

  /** The tag of such an entry in the constant pool. */
  private static final int STRING = 8;

  static ClassFile read(String entry, Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      return new ClassFile(
          entry,
          new ClassReader(bytes).getClassName(),
          ByteBuffer.wrap(bytes).getShort(6),
          new String(bytes, ISO_8859_1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All string constants of a class file. */
  static Set<String> strings(Path file) throws IOException {
    ClassReader reader = new ClassReader(Files.readAllBytes(file));
    Set<String> strings = new TreeSet<>();
    char[] buffer = new char[reader.getMaxStringLength()];
    for (int i = 1; i < reader.getItemCount(); i++) {
      int offset = reader.getItem(i);
      // Zero is the second half of a long or double.
      if (offset > 0 && reader.readByte(offset - 1) == STRING) {
        strings.add(reader.readUTF8(offset, buffer));
      }
    }
    return strings;
  }

  /** Only ever loaded by a JVM of the version that its folder names. */
  boolean isForNewerJavaOnly() {
    return entry.contains("META-INF/versions/")
        || name.equals("module-info")
        || name.equals("io/cioagent/launcher/ModularJdk");
  }

  /** The adapter for {@code java.net.http}, which came with Java 11. */
  boolean isJavaNetHttpAdapter() {
    return name.startsWith("io/cioagent/instrumentation/javanethttp/");
  }

  boolean isOurs() {
    return name.startsWith("io/cioagent/");
  }
}
