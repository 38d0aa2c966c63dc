package io.cioagent.it.library;

import static java.util.stream.Collectors.toSet;

import io.cioagent.it.harness.Jdk;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Selects the rows for each JDK. */
public final class LibraryRows {

  private LibraryRows() {}

  /** A row on a JDK. */
  private record Run(Jdk jdk, Object row) {}

  private static final Set<Run> BRIEF = ConcurrentHashMap.newKeySet();

  /**
   * What the short suite leaves out on JDKs that are newer than the build's: libraries that no
   * longer change, and second tables of libraries that have another row there.
   */
  private static final Set<String> ONLY_IN_THE_LONG_SUITE_ON_NEWER_JDKS =
      Set.of(
          "apachehttpclient4",
          "apachehttpclient4old",
          "apachehttpasyncclient4",
          "commonshttpclient3",
          "rxjava2",
          "reload4j",
          "segment",
          "feign",
          "retrofit",
          "httpclient5more",
          "okhttp-cases",
          "okhttp-latest",
          "jetty-http2",
          "helidonserver oldest",
          "jetty ee8",
          "jetty ee9",
          "jetty ee10");

  /** Whose server has a row of another table that runs all cases, with the same code beneath. */
  private static final Set<String> BRIEF_ON_THE_BUILDS_JDK =
      Set.of("jetty ee8", "jetty ee9", "jetty ee10");

  /**
   * In the long suite, all rows on the JDK that runs the build, and on every other JDK the last row
   * of each library that runs there. In the short suite, the JDK that runs the build has the first
   * row of each library and, of those that need more than Java 8, the last one of each application;
   * Java 8 has the last row that runs there; and the newer JDKs take turns with the last rows,
   * library by library. All cases run once for the newest row and once for the newest row on Java
   * 8, the {@linkplain #isBrief most important ones} for all others. Each as a JDK and a row, the
   * JDK first, as {@code WatchedApplication} wants it.
   */
  public static Stream<Arguments> lastOnEveryJdk(List<LibraryVersion> rows) {
    return lastOnEveryJdk(rows, LibraryVersion::runsOn, LibraryVersion::library);
  }

  /**
   * The same for rows of another kind.
   *
   * @param rows of each library from the oldest to the newest
   * @param runsOn whether a row can run on a JDK
   * @param library what a row is a version of: the last of each is chosen
   */
  public static <R> Stream<Arguments> lastOnEveryJdk(
      List<R> rows, BiPredicate<R, Jdk> runsOn, Function<R, String> library) {
    Map<Jdk, List<R>> chosen = new LinkedHashMap<>();
    Jdk.underTest().forEach(jdk -> chosen.put(jdk, chosen(jdk, rows, runsOn, library).toList()));
    if (isReduced()) {
      addBrief(chosen, library);
    }
    return chosen.entrySet().stream()
        .flatMap(
            entry ->
                entry.getValue().stream()
                    .filter(LibraryRows::isWanted)
                    .map(row -> Arguments.of(entry.getKey(), row)));
  }

  private static <R> void addBrief(Map<Jdk, List<R>> chosen, Function<R, String> library) {
    Set<R> elsewhere =
        chosen.entrySet().stream()
            .filter(entry -> !entry.getKey().equals(Jdk.running()))
            .flatMap(entry -> entry.getValue().stream())
            .collect(toSet());
    Set<String> libraries = elsewhere.stream().map(library).collect(toSet());
    Map<String, R> newest = new HashMap<>();
    chosen.get(Jdk.running()).forEach(row -> newest.put(library.apply(row), row));
    Set<R> whole = new HashSet<>();
    chosen.keySet().stream()
        .sorted(Comparator.comparingInt(Jdk::feature))
        .forEach(
            jdk -> {
              for (R row : chosen.get(jdk)) {
                boolean brief =
                    jdk.equals(Jdk.running())
                        ? BRIEF_ON_THE_BUILDS_JDK.contains(library.apply(row))
                            || (libraries.contains(library.apply(row))
                                && (elsewhere.contains(row) || !newest.containsValue(row)))
                        : !whole.add(row);
                if (brief || Jdk.isQuickSuite()) {
                  BRIEF.add(new Run(jdk, row));
                }
              }
            });
  }

  /**
   * Whether only the most important cases of a row run on a JDK, as another one runs all cases of
   * the same row, or of a newer row of the same library.
   */
  public static boolean isBrief(Jdk jdk, Object row) {
    return BRIEF.contains(new Run(jdk, row));
  }

  /** If a row or a JDK is named, it runs in full. */
  private static boolean isReduced() {
    return !Jdk.isLongSuite()
        && System.getProperty("library.row") == null
        && System.getProperty("library.jdk") == null;
  }

  private static <R> Stream<R> chosen(
      Jdk jdk, List<R> rows, BiPredicate<R, Jdk> runsOn, Function<R, String> library) {
    List<R> able = rows.stream().filter(row -> runsOn.test(row, jdk)).toList();
    // Naming a row, or an empty JDK, selects more than the suite runs by default.
    boolean all =
        System.getProperty("library.row") != null || "".equals(System.getProperty("library.jdk"));
    if (all || (Jdk.isLongSuite() && jdk.equals(Jdk.running()))) {
      return able.stream();
    }
    Map<String, R> first = new LinkedHashMap<>();
    Map<String, R> last = new LinkedHashMap<>();
    for (R row : able) {
      first.putIfAbsent(library.apply(row), row);
      last.put(library.apply(row), row);
    }
    if (Jdk.isQuickSuite()) {
      return last.values().stream();
    }
    if (!jdk.equals(Jdk.running())) {
      return last.entrySet().stream()
          .filter(entry -> isItsTurn(jdk, entry.getKey()))
          .map(Map.Entry::getValue);
    }
    Set<R> onTheOldest =
        Jdk.oldest().equals(jdk)
            ? Set.of()
            : chosen(Jdk.oldest(), rows, runsOn, library).collect(toSet());
    Map<Object, R> lastOfApplication = new HashMap<>();
    able.forEach(row -> lastOfApplication.put(application(row), row));
    return able.stream()
        .filter(
            row ->
                first.containsValue(row)
                    || (!runsOn.test(row, Jdk.oldest()) && lastOfApplication.containsValue(row))
                    || (last.containsValue(row) && !onTheOldest.contains(row)));
  }

  /** Versions with one API have one application; what has no application stands for itself. */
  private static Object application(Object row) {
    return row instanceof LibraryVersion version
        ? List.of(version.library(), version.app(), version.language())
        : row;
  }

  private static boolean isItsTurn(Jdk jdk, String library) {
    boolean isNamed = System.getProperty("library.jdk") != null;
    if (isNamed || Jdk.isLongSuite() || jdk.feature() < Jdk.running().feature()) {
      return true;
    }
    List<Jdk> newer =
        Jdk.underTest().stream()
            .filter(other -> other.feature() > Jdk.running().feature())
            .toList();
    return newer.indexOf(jdk) == Math.floorMod(library.hashCode(), newer.size())
        && !ONLY_IN_THE_LONG_SUITE_ON_NEWER_JDKS.contains(library);
  }

  /** A system property selects the row to run. */
  private static boolean isWanted(Object row) {
    return row.toString().endsWith(System.getProperty("library.row", ""));
  }
}
