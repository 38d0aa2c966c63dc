package io.cioagent.it.library;

import io.cioagent.it.harness.Jdk;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Which row runs where. */
public final class LibraryRows {

  private LibraryRows() {}

  /**
   * The last row on every JDK, the others on the one that runs the build. Each as a JDK and a row,
   * the JDK first, as {@code WatchedApplication} wants it.
   */
  public static Stream<Arguments> lastOnEveryJdk(List<LibraryVersion> rows) {
    return rows.stream()
        .filter(row -> wanted("library.row", row))
        .flatMap(
            row ->
                jdks(row, row.equals(rows.get(rows.size() - 1)))
                    .map(jdk -> Arguments.of(jdk, row)));
  }

  private static Stream<Jdk> jdks(LibraryVersion row, boolean every) {
    boolean everyJdk = every || System.getProperty("library.jdk") != null;
    return Jdk.all().stream()
        .filter(row::runsOn)
        .filter(jdk -> everyJdk || jdk.equals(Jdk.running()))
        .filter(jdk -> wanted("library.jdk", jdk));
  }

  /** Whoever works on one library may name the row and JDK that matter now. */
  private static boolean wanted(String property, Object candidate) {
    return candidate.toString().endsWith(System.getProperty(property, ""));
  }
}
