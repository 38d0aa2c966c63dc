package io.cioagent.it.library;

import io.cioagent.it.harness.Build;
import io.cioagent.it.harness.Jdk;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * A row of the table: one version of one HTTP library, and the application that uses it.
 *
 * @param library as in {@link Library}
 * @param version as published; for what the JDK brings, none
 * @param app the simple name of the application's main class, in {@code io.cioagent.it.apps}
 * @param ways those that the application declares, see {@code LibraryApp}
 * @param coordinates {@code group:artifact:version} of all that must be named; what these depend on
 *     comes along
 * @param sources folders below {@code src/apps}
 * @param release the Java that the application is compiled for
 * @param oldestJdk the oldest that this version runs on
 * @param newestJdk the newest that this version runs on
 * @param repeats error types after which the library itself asks again, so that there may be
 *     several attempts
 * @param options for the JVM; {@code 24:--option} from JDK 24 on only
 * @param language {@code java}, {@code jakarta}, {@code kotlin:VERSION} or {@code scala:VERSION}
 */
public record LibraryVersion(
    String library,
    String version,
    String app,
    Set<String> ways,
    List<String> coordinates,
    List<String> sources,
    int release,
    int oldestJdk,
    int newestJdk,
    Set<String> repeats,
    List<String> options,
    String language) {

  private static final Map<LibraryVersion, Path> COMPILED = new ConcurrentHashMap<>();

  /** Of an application in the folder of the library's name, for Java 8 and on every JDK. */
  public static LibraryVersion of(
      String library, String version, String app, Set<String> ways, String... coordinates) {
    return new LibraryVersion(
        library,
        version,
        app,
        ways,
        List.of(coordinates),
        List.of(library),
        8,
        8,
        Integer.MAX_VALUE,
        Set.of(),
        List.of(),
        "java");
  }

  public LibraryVersion sources(String... folders) {
    return new LibraryVersion(
        library,
        version,
        app,
        ways,
        coordinates,
        List.of(folders),
        release,
        oldestJdk,
        newestJdk,
        repeats,
        options,
        language);
  }

  /** Compiled for this Java, which is the oldest that it runs on, too. */
  public LibraryVersion release(int feature) {
    return new LibraryVersion(
        library,
        version,
        app,
        ways,
        coordinates,
        sources,
        feature,
        Math.max(feature, oldestJdk),
        newestJdk,
        repeats,
        options,
        language);
  }

  public LibraryVersion newestJdk(int feature) {
    return new LibraryVersion(
        library,
        version,
        app,
        ways,
        coordinates,
        sources,
        release,
        oldestJdk,
        feature,
        repeats,
        options,
        language);
  }

  public LibraryVersion repeats(String... errorTypes) {
    return new LibraryVersion(
        library,
        version,
        app,
        ways,
        coordinates,
        sources,
        release,
        oldestJdk,
        newestJdk,
        Set.of(errorTypes),
        options,
        language);
  }

  public LibraryVersion options(String... more) {
    return new LibraryVersion(
        library,
        version,
        app,
        ways,
        coordinates,
        sources,
        release,
        oldestJdk,
        newestJdk,
        repeats,
        List.of(more),
        language);
  }

  public LibraryVersion kotlin(String compiler) {
    return language("kotlin:" + compiler);
  }

  public LibraryVersion scala(String compiler) {
    return language("scala:" + compiler);
  }

  /** Java whose {@code javax.servlet} and {@code javax.ws.rs} are to be those of Jakarta. */
  public LibraryVersion jakarta() {
    return language("jakarta");
  }

  private LibraryVersion language(String named) {
    return new LibraryVersion(
        library,
        version,
        app,
        ways,
        coordinates,
        sources,
        release,
        oldestJdk,
        newestJdk,
        repeats,
        options,
        named);
  }

  public boolean runsOn(Jdk jdk) {
    return oldestJdk <= jdk.feature() && jdk.feature() <= newestJdk;
  }

  public boolean can(String way) {
    return ways.contains(way);
  }

  /** The ways in which a request is answered as usual. */
  List<String> answeredWays() {
    Set<String> answered = new TreeSet<>(ways);
    answered.removeAll(Set.of("start", "proxy", "timeout"));
    return List.copyOf(answered);
  }

  /** {@code sync}, and {@code async} where the library has it. */
  List<String> mainWays() {
    return Stream.of("sync", "async").filter(this::can).toList();
  }

  public List<String> options(Jdk jdk) {
    List<String> here = new ArrayList<>();
    for (String option : options) {
      String[] parts = option.startsWith("-") ? new String[] {"0", option} : option.split(":", 2);
      if (jdk.feature() >= Integer.parseInt(parts[0])) {
        here.add(parts[1]);
      }
    }
    return here;
  }

  /** The application, compiled when it is first asked for, and all that it runs on. */
  public List<Path> classPath() {
    List<Path> all = new ArrayList<>();
    all.add(COMPILED.computeIfAbsent(this, LibraryVersion::compiled));
    all.addAll(libraries());
    return all;
  }

  /** The application's main class. */
  public String mainClass() {
    return "io.cioagent.it.apps." + app;
  }

  private List<Path> libraries() {
    List<Path> all = new ArrayList<>(List.of(Build.java8Apps()));
    all.addAll(MavenRepository.jars(coordinates));
    return all;
  }

  private static Path compiled(LibraryVersion row) {
    List<Path> folders = row.sources.stream().map(Build::appSources).toList();
    Sources sources = new Sources(folders, row.libraries(), row.release);
    Path classes = Build.scratch(row.library + "-" + row.version);
    String[] language = row.language.split(":", -1);
    return switch (language[0]) {
      case "kotlin" -> sources.kotlin(language[1], classes);
      case "scala" -> sources.scala(language[1], classes);
      case "jakarta" -> sources.jakarta(classes);
      default -> sources.java(classes);
    };
  }

  @Override
  public String toString() {
    return (library + " " + version).trim();
  }
}
