package io.cioagent.it.library;

import io.cioagent.it.harness.Build;
import io.cioagent.it.harness.Jdk;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A compiler with a {@code main} method. It runs in a process of its own: it would bring its
 * language's library, and leave its caches in this one.
 */
record Compiler(List<Path> jars) {

  static Compiler of(String coordinates) {
    return new Compiler(MavenRepository.jars(List.of(coordinates)));
  }

  void run(String mainClass, List<String> arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Jdk.running().tool("java"),
                "-XX:TieredStopAtLevel=1",
                "-Xss4m",
                "-cp",
                jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
                mainClass));
    command.addAll(arguments);
    run(command);
  }

  /** As {@link #run(String, List)}, by the {@code javac} of a JDK that does not run the tests. */
  static void javac(Jdk jdk, List<String> arguments) {
    List<String> command = new ArrayList<>(List.of(jdk.tool("javac")));
    command.addAll(arguments);
    run(command);
  }

  private static void run(List<String> command) {
    Path said = Build.scratch("compiler").resolve("output");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(said.toFile())
              .start();
      if (process.waitFor() != 0) {
        throw new AssertionError(Files.readString(said) + "\n" + String.join(" ", command));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
