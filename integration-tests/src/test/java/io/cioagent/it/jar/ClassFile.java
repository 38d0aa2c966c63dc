package io.cioagent.it.jar;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
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

  /** Only ever loaded by a JVM of the version that its folder names. */
  boolean isForNewerJavaOnly() {
    return entry.contains("META-INF/versions/") || name.equals("module-info");
  }

  /** The adapter for {@code java.net.http}, which came with Java 11. */
  boolean isJavaNetHttpAdapter() {
    return name.startsWith("io/cioagent/instrumentation/javanethttp/");
  }

  boolean isOurs() {
    return name.startsWith("io/cioagent/");
  }
}
