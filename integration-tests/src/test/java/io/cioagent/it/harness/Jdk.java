package io.cioagent.it.harness;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A Java installation of this machine.
 *
 * @param home its folder
 * @param feature 17, 25, …
 */
public record Jdk(Path home, int feature) {

  private static final Jdk RUNNING = at(Path.of(System.getProperty("java.home")));
  private static final List<Jdk> ALL = discover();

  /** The one that runs the build: it runs every test. */
  public static Jdk running() {
    return RUNNING;
  }

  /**
   * The JDK that runs the build first, then the others under test; they run the core of the tests.
   */
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
    Set<String> wanted = Set.of(System.getProperty("jdks").split(",", -1));
    Map<Integer, Jdk> found = new LinkedHashMap<>();
    found.put(RUNNING.feature, RUNNING);
    for (Path folder :
        List.of(RUNNING.home.getParent(), Path.of(System.getProperty("jdks.folder")))) {
      for (Path home : homes(folder)) {
        Jdk jdk = at(home);
        if (wanted.contains(String.valueOf(jdk.feature))) {
          found.putIfAbsent(jdk.feature, jdk);
        }
      }
    }
    return List.copyOf(found.values());
  }

  private static List<Path> homes(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(home -> Files.isExecutable(home.resolve("bin/javac")))
          .filter(home -> Files.exists(home.resolve("release")) || isJava8(home))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Debian's JDK 8 has no {@code release} file; Java 9 removed {@code rt.jar}. */
  private static boolean isJava8(Path home) {
    return Files.exists(home.resolve("jre/lib/rt.jar"));
  }

  private static Jdk at(Path home) {
    if (isJava8(home)) {
      return new Jdk(home, 8);
    }
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
}
