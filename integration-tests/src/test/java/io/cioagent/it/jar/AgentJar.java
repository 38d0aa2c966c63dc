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
import java.util.zip.ZipInputStream;

/**
 * The agent jar, unpacked.
 *
 * @param entries the names of all files in it
 * @param classes a folder with all its class files, under their real names and endings
 */
record AgentJar(List<String> entries, Path classes) {

  /** Class files that the application's class loader must not find have this ending. */
  static final String RENAMED = ".classdata";

  /** Holds the agent's other classes and its libraries. */
  static final String ISOLATED = "isolated.jar";

  /** Holds the command line, and the library that only it needs. */
  static final String COMMAND_LINE = "commandline.jar";

  static AgentJar unpack() {
    Path folder = Build.scratch("agent-jar");
    List<String> entries = new ArrayList<>();
    try (ZipFile zip = new ZipFile(Build.agentJar().toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        if (!entry.isDirectory()) {
          entries.add(entry.getName());
          if (isClass(entry.getName())) {
            copy(zip, entry, folder);
          } else if (isNestedJar(entry.getName())) {
            entries.addAll(unpackNested(zip, entry, folder));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new AgentJar(List.copyOf(entries), folder);
  }

  private static boolean isNestedJar(String entry) {
    return entry.equals(ISOLATED) || entry.equals(COMMAND_LINE);
  }

  /** What is in a jar within the jar, as {@code commandline.jar!/picocli/…}. */
  private static List<String> unpackNested(ZipFile zip, ZipEntry nested, Path folder)
      throws IOException {
    List<String> entries = new ArrayList<>();
    try (ZipInputStream in = new ZipInputStream(zip.getInputStream(nested))) {
      for (ZipEntry each = in.getNextEntry(); each != null; each = in.getNextEntry()) {
        String entry = nested.getName() + "!/" + each.getName();
        Path target = folder.resolve(unpacked(entry));
        Files.createDirectories(target.getParent());
        Files.copy(in, target);
        entries.add(entry);
      }
    }
    return entries;
  }

  static boolean isNested(String entry) {
    return isIn(ISOLATED, entry) || isIn(COMMAND_LINE, entry);
  }

  static boolean isIn(String nested, String entry) {
    return entry.startsWith(nested + "!/");
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
