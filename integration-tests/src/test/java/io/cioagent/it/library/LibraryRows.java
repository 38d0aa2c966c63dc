package io.cioagent.it.library;

import io.cioagent.it.harness.Jdk;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Which row runs where. */
public final class LibraryRows {

  private LibraryRows() {}

  /**
   * On every JDK the last row that runs there, on the one that runs the build all of them. Each as
   * a JDK and a row, the JDK first, as {@code WatchedApplication} wants it.
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
      List<R> rows, BiPredicate<R, Jdk> runsOn, Function<R, ?> library) {
    return Jdk.all().stream()
        .filter(jdk -> wanted("library.jdk", jdk))
        .flatMap(
            jdk -> {
              List<R> able = rows.stream().filter(row -> runsOn.test(row, jdk)).toList();
              return chosen(jdk, able, library)
                  .filter(row -> wanted("library.row", row))
                  .map(row -> Arguments.of(jdk, row));
            });
  }

  private static <R> Stream<R> chosen(Jdk jdk, List<R> rows, Function<R, ?> library) {
    // Whoever names a row, or an empty JDK, means more than the suite runs by itself.
    boolean all =
        System.getProperty("library.row") != null || "".equals(System.getProperty("library.jdk"));
    if (all || jdk.equals(Jdk.running())) {
      return rows.stream();
    }
    Map<Object, R> last = new LinkedHashMap<>();
    rows.forEach(row -> last.put(library.apply(row), row));
    return last.values().stream();
  }

  /** Whoever works on one library may name the row and JDK that matter now. */
  private static boolean wanted(String property, Object candidate) {
    return candidate.toString().endsWith(System.getProperty(property, ""));
  }
}
