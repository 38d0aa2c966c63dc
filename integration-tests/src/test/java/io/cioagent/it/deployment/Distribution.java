package io.cioagent.it.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.library.MavenRepository;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The files of a server, as its project publishes them. */
final class Distribution {

  private Distribution() {}

  /** Unpacks a zip with one top folder, and returns that folder. */
  static Path unpacked(String coordinates, Path folder) throws IOException {
    Path top = folder;
    try (InputStream file = Files.newInputStream(MavenRepository.file(coordinates));
        ZipInputStream entries = new ZipInputStream(file)) {
      for (ZipEntry each = entries.getNextEntry(); each != null; each = entries.getNextEntry()) {
        Path target = folder.resolve(each.getName());
        top = folder.resolve(folder.relativize(target).getName(0));
        if (each.isDirectory()) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(target.getParent());
          Files.copy(entries, target);
        }
      }
    }
    return top;
  }

  /** Changes a configuration file in the way that an operator does. */
  static void edit(Path file, String text, String replacement) throws IOException {
    String before = Files.readString(file);
    assertThat(before).as("%s", file).contains(text);
    Files.writeString(file, before.replace(text, replacement));
  }
}
