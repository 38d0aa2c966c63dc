package io.cioagent.it.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The log of a JVM about its collections, with the references that each had to process. */
final class CollectionLog {
  /** On two lines up to Java 24. */
  private static final Pattern DISCOVERED =
      Pattern.compile("WeakReference:?\\s+(?:[^\\n]*)Discovered: (\\d+)");

  private final Path file;

  CollectionLog(Path file) {
    this.file = file;
  }

  /** Makes a JVM write it. */
  String option() {
    return "-Xlog:gc+ref=debug,gc+phases+ref=debug:file=" + file;
  }

  int collections() {
    return (int) found().results().count();
  }

  /** The number of weak references in all collections so far. */
  long weakReferences() {
    return found().results().mapToLong(each -> Long.parseLong(each.group(1))).sum();
  }

  private Matcher found() {
    try {
      return DISCOVERED.matcher(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
