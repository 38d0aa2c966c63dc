package io.cioagent.it.deployment;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/** A deployable file that is being written: a WAR, an executable jar or a bundle. */
final class Archive implements Closeable {
  private final JarOutputStream entries;

  Archive(Path file, Map<String, String> attributes) throws IOException {
    Manifest manifest = new Manifest();
    Map<String, String> all = new LinkedHashMap<>(attributes);
    all.put(Attributes.Name.MANIFEST_VERSION.toString(), "1.0");
    all.forEach(manifest.getMainAttributes()::putValue);
    entries = new JarOutputStream(Files.newOutputStream(file), manifest);
  }

  /** Adds all files beneath a folder, and an entry for the prefix, without which Boot sees none. */
  void addClasses(String prefix, Path folder) throws IOException {
    if (!prefix.isEmpty()) {
      entries.putNextEntry(new JarEntry(prefix));
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(each).toString().replace('\\', '/');
        entries.putNextEntry(new JarEntry(prefix + name));
        Files.copy(each, entries);
      }
    }
  }

  /** Adds jars uncompressed, as Spring Boot reads nested jars in place. */
  void addLibraries(String prefix, List<Path> jars) throws IOException {
    entries.putNextEntry(new JarEntry(prefix));
    for (Path jar : jars) {
      byte[] content = Files.readAllBytes(jar);
      CRC32 checksum = new CRC32();
      checksum.update(content);
      JarEntry entry = new JarEntry(prefix + jar.getFileName());
      entry.setMethod(JarEntry.STORED);
      entry.setSize(content.length);
      entry.setCrc(checksum.getValue());
      entries.putNextEntry(entry);
      entries.write(content);
    }
  }

  /** Adds what another jar contains, but for its manifest. */
  void addContent(Path jar) throws IOException {
    try (InputStream file = Files.newInputStream(jar);
        JarInputStream from = new JarInputStream(file)) {
      for (JarEntry each = from.getNextJarEntry(); each != null; each = from.getNextJarEntry()) {
        entries.putNextEntry(new JarEntry(each.getName()));
        from.transferTo(entries);
      }
    }
  }

  @Override
  public void close() throws IOException {
    entries.close();
  }
}
