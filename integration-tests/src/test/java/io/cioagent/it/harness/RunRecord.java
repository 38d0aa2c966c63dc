package io.cioagent.it.harness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/**
 * Records what ran on which JDK, a line for each test: the JDK's feature number, the test class,
 * the row of its table (empty where it has none), the result and the test's name, separated by
 * tabs. A file for each process in {@code target/runs}. JUnit finds this class by {@code
 * META-INF/services}.
 */
public final class RunRecord implements TestWatcher {

  /** How rows, and tests of each JDK, are displayed. */
  private static final Pattern JDK = Pattern.compile("\\bJDK (\\d+)\\b");

  @Override
  public void testSuccessful(ExtensionContext test) {
    write(test, "passed");
  }

  @Override
  public void testFailed(ExtensionContext test, Throwable cause) {
    write(test, "failed");
  }

  @Override
  public void testAborted(ExtensionContext test, Throwable cause) {
    write(test, "skipped");
  }

  @Override
  public void testDisabled(ExtensionContext test, Optional<String> reason) {
    write(test, "skipped");
  }

  private static void write(ExtensionContext test, String result) {
    String testClass = test.getRequiredTestClass().getName();
    if (!testClass.endsWith("IT")) {
      // A unit test of the harness.
      return;
    }
    String jdk = String.valueOf(Jdk.running().feature());
    String row = "";
    for (Optional<ExtensionContext> at = Optional.of(test);
        at.isPresent();
        at = at.get().getParent()) {
      Matcher named = JDK.matcher(at.get().getDisplayName());
      if (named.find()) {
        jdk = named.group(1);
        row = at.get().getDisplayName();
        break;
      }
    }
    String name = test.getDisplayName().replaceAll("\\s+", " ");
    String line = String.join("\t", jdk, testClass, row, result, name);
    try {
      synchronized (RunRecord.class) {
        Path folder = Files.createDirectories(Build.runs());
        Path file = folder.resolve(ProcessHandle.current().pid() + ".tsv");
        Files.writeString(
            file, line + "\n", UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
