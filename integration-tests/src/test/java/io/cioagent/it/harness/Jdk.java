package io.cioagent.it.harness;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
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
  private static final List<Jdk> UNDER_TEST = discover();

  /** The one that runs the build: it runs every test. */
  public static Jdk running() {
    return RUNNING;
  }

  /** The JDK that runs the build first, then the others under test, each for some tests. */
  public static List<Jdk> underTest() {
    return UNDER_TEST;
  }

  /**
   * Those that run the core of the tests: the JDK that runs the build first, the oldest and the
   * newest; in the long suite all that are under test.
   */
  public static List<Jdk> all() {
    if (isLongSuite()) {
      return UNDER_TEST;
    }
    return UNDER_TEST.stream()
        .filter(jdk -> jdk.equals(RUNNING) || jdk.equals(oldest()) || jdk.equals(newest()))
        .toList();
  }

  /** As {@link #all}, without Java 8. */
  public static List<Jdk> from11() {
    return all().stream().filter(jdk -> jdk.feature >= 11).toList();
  }

  /** The JDK that runs the build and the oldest; in the long suite all that are under test. */
  public static List<Jdk> buildsAndOldest() {
    return all().stream()
        .filter(jdk -> isLongSuite() || jdk.equals(RUNNING) || jdk.equals(oldest()))
        .toList();
  }

  /** For cases that need {@code java.net.http}. */
  public void assumeHttpClient() {
    assumeTrue(feature >= 11, "java.net.http came with Java 11");
  }

  /** Of those under test. */
  public static Jdk oldest() {
    return Collections.min(UNDER_TEST, Comparator.comparingInt(Jdk::feature));
  }

  private static Jdk newest() {
    return Collections.max(UNDER_TEST, Comparator.comparingInt(Jdk::feature));
  }

  /** Whether every test runs wherever it can, as {@code verify.sh --long} wants it. */
  public static boolean isLongSuite() {
    return "long".equals(System.getProperty("suite"));
  }

  /** Whether only the main cases of the newest rows run, as {@code verify.sh --quick} wants it. */
  public static boolean isQuickSuite() {
    return "quick".equals(System.getProperty("suite"));
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
    // A system property selects one by the end of its name.
    String named = System.getProperty("library.jdk", "");
    return found.values().stream().filter(jdk -> jdk.toString().endsWith(named)).toList();
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
