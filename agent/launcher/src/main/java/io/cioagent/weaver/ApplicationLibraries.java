package io.cioagent.weaver;

import io.cioagent.instrumentation.Mark;
import io.cioagent.instrumentation.unsupported.UnsupportedLibrary;
import io.cioagent.instrumentation.unsupported.UnsupportedLibraryInstrumentation;
import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP libraries in an application's files, with archives in archives. A library is recognized
 * by the classes that the agent weaves in it; none of them is loaded.
 */
public final class ApplicationLibraries {
  private static final String WOVEN_CLASSES = "META-INF/customerio-agent/woven-classes";
  private static final String CLASS = ".class";
  private static final Pattern ARCHIVE = Pattern.compile(".*\\.(jar|war|ear|rar)");

  /** Where Spring Boot and servlet containers expect the application's own classes. */
  private static final Pattern ROOT = Pattern.compile("(.*/)?(BOOT-INF|WEB-INF)/classes/");

  /** What is to be printed of each library, by the internal names of its classes. */
  private final Map<String, Line> lines = new HashMap<>();

  private final Map<String, String> found = new TreeMap<>();

  /** A library, and whether it is observed. */
  private static final class Line {
    final String label;
    final String text;

    Line(String label, String text) {
      this.label = label;
      this.text = text;
    }
  }

  private ApplicationLibraries() throws IOException {
    InputStream list = ClassLoader.getSystemResourceAsStream(WOVEN_CLASSES);
    if (list == null) {
      throw new FileNotFoundException(WOVEN_CLASSES);
    }
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        int equals = line.indexOf(" = ");
        if (equals > 0 && line.charAt(0) != Mark.AFTER_CLIENT) {
          add(line.substring(0, equals), line.substring(equals + " = ".length()));
        }
      }
    }
  }

  private void add(String listed, String instrumentation) {
    boolean noticed = listed.charAt(0) == Mark.NOTICED;
    String className = noticed ? listed.substring(1) : listed;
    Library library = Library.of(className);
    Line line = null;
    if (instrumentation.equals(UnsupportedLibraryInstrumentation.class.getName())) {
      UnsupportedLibrary unsupported = UnsupportedLibrary.of(className);
      line = new Line(unsupported.label(), "not observed: " + unsupported.lost());
    } else if (!noticed && library != null && library.isForHttp()) {
      line = new Line(library.label(), "observed");
    }
    if (line != null) {
      lines.put(className.replace('.', '/'), line);
    }
  }

  /**
   * Searches a file or folder.
   *
   * @return a line for each library found, by its label in metrics
   * @throws IOException if the path does not exist or cannot be read
   */
  public static Map<String, String> in(Path path) throws IOException {
    ApplicationLibraries libraries = new ApplicationLibraries();
    if (Files.isDirectory(path)) {
      for (Path file : files(path)) {
        libraries.search(path.relativize(file).toString().replace('\\', '/'), file);
      }
    } else {
      libraries.search(path.toString(), path);
    }
    return libraries.found;
  }

  private static Iterable<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
      return files.filter(Files::isRegularFile).collect(Collectors.toList());
    } catch (UncheckedIOException e) {
      // Of a folder below, such as one without permission.
      throw e.getCause();
    }
  }

  private void search(String name, Path file) throws IOException {
    if (ARCHIVE.matcher(name).matches()) {
      try (InputStream in = Files.newInputStream(file)) {
        search(in);
      }
    } else if (!Files.isReadable(file)) {
      throw new FileNotFoundException(name);
    } else {
      look(name);
    }
  }

  private void search(InputStream archive) throws IOException {
    // Not closed: the archive around it is read on. In UTF-8, entries of old archives whose names
    // are in another encoding would be refused; names of classes of libraries are ASCII.
    ZipInputStream entries = new ZipInputStream(archive, StandardCharsets.ISO_8859_1);
    for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
      if (ARCHIVE.matcher(entry.getName()).matches()) {
        search(entries);
      } else {
        look(entry.getName());
      }
    }
  }

  private void look(String name) {
    if (name.endsWith(CLASS)) {
      String internalName = name.substring(0, name.length() - CLASS.length());
      @Nullable Line line = lines.get(ROOT.matcher(internalName).replaceFirst(""));
      if (line != null) {
        found.put(line.label, line.text);
      }
    }
  }
}
