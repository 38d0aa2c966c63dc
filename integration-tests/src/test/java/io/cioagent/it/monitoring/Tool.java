package io.cioagent.it.monitoring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A program that the machine must have.
 *
 * @param path where it is
 */
record Tool(Path path) {

  /**
   * What a program said, both of its outputs as one, and how it ended.
   *
   * @param exitCode 0 where all is well
   * @param output what it printed
   */
  record Result(int exitCode, String output) {}

  /** Without it the test is skipped on a developer's machine, and fails where CI runs. */
  static Tool named(String name) {
    for (String folder : System.getenv("PATH").split(Pattern.quote(File.pathSeparator), -1)) {
      Path path = Path.of(folder, name);
      if (Files.isExecutable(path)) {
        return new Tool(path);
      }
    }
    String missing = name + " is not installed; on Debian: apt-get install prometheus";
    return "true".equals(System.getenv("CI")) ? fail(missing) : abort(missing);
  }

  Result run(Path folder, String... arguments) {
    return runWith("", folder, arguments);
  }

  /**
   * @param input what it reads from its standard input
   */
  Result runWith(String input, Path folder, String... arguments) {
    List<String> command = new ArrayList<>(List.of(path.toString()));
    command.addAll(List.of(arguments));
    try {
      // In a file, as a program whose output is not read may block on it.
      Path output = Files.createTempFile("tool-", ".out");
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      try (OutputStream in = process.getOutputStream()) {
        in.write(input.getBytes(UTF_8));
      }
      int exitCode = process.waitFor();
      String text = Files.readString(output);
      Files.delete(output);
      return new Result(exitCode, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
