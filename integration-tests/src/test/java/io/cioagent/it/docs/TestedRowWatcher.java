package io.cioagent.it.docs;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import io.cioagent.it.harness.Build;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/**
 * Notes the row and JDK of each case that passes. Failsafe's reports number the rows of a class and
 * do not name them.
 */
public final class TestedRowWatcher implements TestWatcher {

  /** The display name of a class or case that runs for rows, or on JDKs only. */
  private static final Pattern RUN =
      Pattern.compile("^(?:\\[\\d+] ?)?(?:([^\\[\\]]+?)(?: on |, ))?JDK (\\d+)$");

  private static final Set<String> NOTED = new HashSet<>();

  @Override
  public void testSuccessful(ExtensionContext test) {
    Optional<ExtensionContext> context = Optional.of(test);
    while (context.isPresent()) {
      String line = line(test.getRequiredTestClass(), context.get().getDisplayName());
      if (line != null) {
        note(line);
        return;
      }
      context = context.get().getParent();
    }
  }

  /** Package, row (empty for none) and JDK, parted by tabs; null for what names no JDK. */
  static String line(Class<?> test, String displayName) {
    Matcher run = RUN.matcher(displayName);
    if (!run.matches()) {
      return null;
    }
    String packageName = test.getPackageName();
    return String.join(
        "\t",
        packageName.substring(packageName.lastIndexOf('.') + 1),
        run.group(1) == null ? "" : run.group(1),
        run.group(2));
  }

  private static synchronized void note(String line) {
    // Unit tests run in a JVM that knows no module.
    if (System.getProperty("module.directory") == null || !NOTED.add(line)) {
      return;
    }
    try {
      Path folder = Files.createDirectories(Build.testedRows());
      Path file = folder.resolve(ProcessHandle.current().pid() + ".tsv");
      Files.writeString(file, line + "\n", CREATE, APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
