package io.cioagent.commandline;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A process on this machine, and what prevents attaching to it. Uses what Linux reports; otherwise
 * the attempt shows it.
 */
final class RunningProcess {
  private static final Path ALL = Paths.get("/proc");
  private static final String ROOT = "root";
  private static final String NO_ATTACHING = "-XX:+DisableAttachMechanism";

  private final Path folder;

  RunningProcess(long pid) {
    folder = ALL.resolve(Long.toString(pid));
  }

  /**
   * Why the agent cannot be attached, as far as it is known before.
   *
   * @param jar the agent's
   */
  @Nullable String obstacle(File jar) {
    if (!Files.isDirectory(ALL.resolve("self"))) {
      return null;
    }
    if (!Files.isDirectory(folder)) {
      return "no such process";
    }
    try {
      String owner = Files.getOwner(folder).getName();
      String us = Files.getOwner(ALL.resolve("self")).getName();
      if (!owner.equals(us) && !ROOT.equals(us)) {
        return "it runs as user "
            + owner
            + " and this command as "
            + us
            + "; they must be the same";
      }
      if (!isJvm()) {
        return "it is not a Java process";
      }
      if (commandLine().contains(NO_ATTACHING)) {
        return "it was started with " + NO_ATTACHING + "; restart it with -javaagent:" + jar;
      }
      if (hasOpen(jar.getName())) {
        return "it already has "
            + jar.getName()
            + " loaded; restart the application to change settings";
      }
    } catch (IOException | SecurityException e) {
      // The attempt shows it.
    }
    return null;
  }

  /** To be checked first: the attempt sends a signal that ends most processes that are no JVM. */
  private boolean isJvm() throws IOException {
    byte[] maps = Files.readAllBytes(folder.resolve("maps"));
    return new String(maps, StandardCharsets.ISO_8859_1).contains("libjvm.so");
  }

  private List<String> commandLine() throws IOException {
    byte[] bytes = Files.readAllBytes(folder.resolve("cmdline"));
    return Arrays.asList(new String(bytes, StandardCharsets.UTF_8).split("\0"));
  }

  /** The agent keeps its jar open as long as the JVM runs. */
  private boolean hasOpen(String name) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder.resolve("fd"))) {
      for (Path each : files) {
        if (isLinkTo(each, name)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isLinkTo(Path file, String name) {
    try {
      return Files.readSymbolicLink(file).endsWith(name);
    } catch (IOException e) {
      // Closed in the meantime.
      return false;
    }
  }
}
