package io.cioagent.core;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;

/** The part of a page of the documentation that the code itself tells, between two marks. */
public final class GeneratedPart {
  private static final Path DOCS = Paths.get("..", "..", "docs");
  private static final String END = "<!-- end -->\n";

  private GeneratedPart() {}

  /** Fails where the page says something else, with what it should say. */
  public static void check(String page, String part, String expected) throws IOException {
    String text = new String(Files.readAllBytes(DOCS.resolve(page)), UTF_8);
    String mark = "<!-- " + part + ": told by the code, do not edit -->\n";
    assertThat(text).contains(mark, END);
    int start = text.indexOf(mark) + mark.length();
    String actual = text.substring(start, text.indexOf(END, start));
    assertThat(actual)
        .as("docs/%s is out of date; put this between its marks:%n%s", page, expected)
        .isEqualTo(expected);
  }

  /** A row of a table; a cell of null is a dash. */
  public static String row(String... cells) {
    StringBuilder row = new StringBuilder("|");
    for (String cell : cells) {
      row.append(' ').append(cell == null ? "–" : cell.replace("|", "\\|")).append(" |");
    }
    return row.append('\n').toString();
  }

  public static String code(String text) {
    return text == null ? null : "`" + text + "`";
  }
}
