package io.cioagent.core.operation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The table as a person reads it: every row is tried, segment by segment. Slow and simple, as a
 * reference for the fast lookup.
 */
final class ReferenceTable {
  /** Stands for a host that may serve any API. */
  static final String ANY_API = "any";

  static final List<Row> ROWS = read();

  /** The rows of the App API below the extra segment. */
  static final List<Row> ROWS_BELOW_THE_EXTRA_SEGMENT = belowTheExtraSegment();

  private ReferenceTable() {}

  /** A line of the table. */
  static final class Row {
    final String group;
    final String method;
    final String template;
    final String operation;
    private final String[] segments;

    Row(String group, String method, String template, String operation) {
      this.group = group;
      this.method = method;
      this.template = template;
      this.operation = operation;
      this.segments = template.split("/", -1);
    }

    /** The hosts that serve it: {@code track}, {@code app} or {@code cdp}. */
    String hosts() {
      if (group.equals("app_on_track_host")) {
        return "track";
      }
      return group.replaceAll("_.*", "");
    }

    Api api() {
      if (group.startsWith("cdp")) {
        return Api.PIPELINES;
      }
      return group.startsWith("track") ? Api.TRACK : Api.APP;
    }

    /** The path with every identifier replaced by this one. */
    String path(String identifier) {
      StringBuilder path = new StringBuilder();
      for (int i = 1; i < segments.length; i++) {
        path.append('/').append(isPlaceholder(segments[i]) ? identifier : segments[i]);
      }
      return path.toString();
    }

    @Override
    public String toString() {
      return method + " " + template;
    }
  }

  /**
   * The row for a request; null when there is none.
   *
   * @param hosts as {@link Row#hosts}, or {@link #ANY_API}
   */
  static Row find(String method, String hosts, String path) {
    int end = path.length();
    for (char mark : new char[] {'?', '#'}) {
      end = path.indexOf(mark) < 0 ? end : Math.min(end, path.indexOf(mark));
    }
    String[] segments = path.substring(0, end).split("/", -1);
    Row best = null;
    for (List<Row> rows : Arrays.asList(ROWS, ROWS_BELOW_THE_EXTRA_SEGMENT)) {
      for (Row row : rows) {
        if (row.method.equals(method)
            && (hosts.equals(ANY_API) || hosts.equals(row.hosts()))
            && fits(row, segments)
            && (best == null || isMoreLiteral(row, best))) {
          best = row;
        }
      }
    }
    return best;
  }

  private static boolean fits(Row row, String[] segments) {
    String[] wanted = row.segments;
    if (wanted.length != segments.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      boolean same =
          isPlaceholder(wanted[i]) ? !segments[i].isEmpty() : wanted[i].equals(segments[i]);
      if (!same) {
        return false;
      }
    }
    return true;
  }

  /** Of two rows that match a path, the one with a literal segment at the first difference. */
  private static boolean isMoreLiteral(Row row, Row other) {
    for (int i = 0; i < row.segments.length; i++) {
      if (isPlaceholder(row.segments[i]) != isPlaceholder(other.segments[i])) {
        return isPlaceholder(other.segments[i]);
      }
    }
    return false;
  }

  private static boolean isPlaceholder(String segment) {
    return segment.startsWith("{");
  }

  private static List<Row> belowTheExtraSegment() {
    List<Row> rows = new ArrayList<>();
    for (Row row : ROWS) {
      if (row.group.equals("app")) {
        String template = row.template.replaceFirst("/v1/", "/v1/api/");
        rows.add(new Row(row.group, row.method, template, row.operation));
      }
    }
    return Collections.unmodifiableList(rows);
  }

  private static List<Row> read() {
    List<Row> rows = new ArrayList<>();
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                ReferenceTable.class.getResourceAsStream("routes.tsv"), StandardCharsets.UTF_8))) {
      in.readLine();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String[] columns = line.split("\t", -1);
        rows.add(new Row(columns[0], columns[1], columns[2], columns[3]));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Collections.unmodifiableList(rows);
  }
}
