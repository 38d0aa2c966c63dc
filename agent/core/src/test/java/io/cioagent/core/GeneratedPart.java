package io.cioagent.core;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;

/** The part of a documentation page that is generated from the code, between two markers. */
public final class GeneratedPart {
  private static final Path DOCS = Paths.get("..", "..", "docs");
  private static final String END = "<!-- end -->\n";

  private GeneratedPart() {}

  /**
   * Fails if the page differs from the expected text and shows that text; with {@code
   * -Dpages.write=true} it updates the page instead.
   */
  public static void check(String page, String part, String expected) throws IOException {
    String text = new String(Files.readAllBytes(DOCS.resolve(page)), UTF_8);
    String mark = "<!-- " + part + ": generated; do not edit -->\n";
    assertThat(text).contains(mark, END);
    int start = text.indexOf(mark) + mark.length();
    int end = text.indexOf(END, start);
    if (Boolean.getBoolean("pages.write")) {
      String written = text.substring(0, start) + expected + text.substring(end);
      Files.write(DOCS.resolve(page), written.getBytes(UTF_8));
      return;
    }
    String actual = text.substring(start, end);
    assertThat(actual)
        .as(
            "docs/%s is out of date (see -Dpages.write in CONTRIBUTING.md); it should say:%n%s",
            page, expected)
        .isEqualTo(expected);
  }

  /** A table row; an empty cell is written as a dash. */
  public static String row(String... cells) {
    StringBuilder row = new StringBuilder("|");
    for (String cell : cells) {
      row.append(' ').append(cell.isEmpty() ? "–" : cell.replace("|", "\\|")).append(" |");
    }
    return row.append('\n').toString();
  }

  public static String code(String text) {
    return text.isEmpty() ? "" : "`" + text + "`";
  }
}
