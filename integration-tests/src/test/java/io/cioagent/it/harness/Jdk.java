package io.cioagent.it.harness;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * A Java installation of this machine.
 *
 * @param home its folder
 * @param feature 17, 25, …
 */
public record Jdk(Path home, int feature) {

  /** Host names are mapped through {@code jdk.net.hosts.file}, which older ones do not have. */
  private static final int OLDEST = 9;

  private static final Jdk RUNNING = at(Path.of(System.getProperty("java.home")));
  private static final List<Jdk> ALL = discover();

  /** The one that runs the build: it runs every test. */
  public static Jdk running() {
    return RUNNING;
  }

  /** The running one first, then all that stand beside it; they run the core of the tests. */
  public static List<Jdk> all() {
    return ALL;
  }

  /** A program of its {@code bin} folder. */
  public String tool(String name) {
    return home.resolve("bin").resolve(name).toString();
  }

  @Override
  public String toString() {
    return "JDK " + feature;
  }

  private static List<Jdk> discover() {
    List<Jdk> found = new ArrayList<>(List.of(RUNNING));
    List<Path> real = new ArrayList<>(List.of(realPath(RUNNING.home)));
    try (Stream<Path> beside = Files.list(RUNNING.home.getParent())) {
      for (Path home : beside.sorted(Comparator.naturalOrder()).toList()) {
        boolean complete =
            Files.isExecutable(home.resolve("bin/java")) && Files.exists(home.resolve("release"));
        if (complete && !real.contains(realPath(home))) {
          real.add(realPath(home));
          Jdk jdk = at(home);
          if (jdk.feature >= OLDEST) {
            found.add(jdk);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(found);
  }

  private static Jdk at(Path home) {
    Properties release = new Properties();
    try (Reader in = Files.newBufferedReader(home.resolve("release"))) {
      release.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String version = release.getProperty("JAVA_VERSION").replace("\"", "");
    String[] numbers = version.split("[._+-]", -1);
    int feature = Integer.parseInt(numbers[0].equals("1") ? numbers[1] : numbers[0]);
    return new Jdk(home, feature);
  }

  private static Path realPath(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
