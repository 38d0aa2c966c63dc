package io.cioagent.it.jar;

import io.cioagent.it.harness.Build;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The agent jar, unpacked.
 *
 * @param entries the names of all files in it
 * @param classes a folder with all its class files, under their real names and endings
 */
record AgentJar(List<String> entries, Path classes) {

  /** Class files that the application's class loader must not find have this ending. */
  static final String RENAMED = ".classdata";

  static AgentJar unpack() {
    Path folder = Build.scratch("agent-jar");
    List<String> entries = new ArrayList<>();
    try (ZipFile zip = new ZipFile(Build.agentJar().toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        if (!entry.isDirectory()) {
          entries.add(entry.getName());
          if (isClass(entry.getName())) {
            copy(zip, entry, folder);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new AgentJar(List.copyOf(entries), folder);
  }

  static boolean isClass(String entry) {
    return entry.endsWith(".class") || entry.endsWith(RENAMED);
  }

  /** All class files, with their paths within the jar. */
  List<ClassFile> classFiles() {
    List<ClassFile> files = new ArrayList<>();
    for (String entry : entries) {
      if (isClass(entry)) {
        files.add(ClassFile.read(entry, classes.resolve(unpacked(entry))));
      }
    }
    return files;
  }

  Path unpacked(ClassFile file) {
    return classes.resolve(unpacked(file.entry()));
  }

  private static void copy(ZipFile zip, ZipEntry entry, Path folder) throws IOException {
    Path target = folder.resolve(unpacked(entry.getName()));
    Files.createDirectories(target.getParent());
    try (InputStream in = zip.getInputStream(entry)) {
      Files.copy(in, target);
    }
  }

  private static String unpacked(String entry) {
    return entry.endsWith(RENAMED)
        ? entry.substring(0, entry.length() - RENAMED.length()) + ".class"
        : entry;
  }
}
