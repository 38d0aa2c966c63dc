package io.cioagent.core.operation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code routes.tsv} once, for both the operations and the routes. */
final class RouteTable {
  private static final String RESOURCE = "routes.tsv";

  private static final RouteRow[] ROWS = parse(read());

  private RouteTable() {}

  static RouteRow[] rows() {
    return ROWS;
  }

  /** The rows of {@code text}, without the header line. Columns after the fourth are comments. */
  private static RouteRow[] parse(String text) {
    List<RouteRow> rows = new ArrayList<>(256);
    int line = text.indexOf('\n') + 1;
    while (line > 0 && line < text.length()) {
      int method = text.indexOf('\t', line) + 1;
      int template = text.indexOf('\t', method) + 1;
      int operation = text.indexOf('\t', template) + 1;
      int rest = text.indexOf('\t', operation);
      rows.add(
          new RouteRow(
              text.substring(line, method - 1),
              text.substring(method, template - 1),
              text.substring(template, operation - 1),
              text.substring(operation, rest)));
      line = text.indexOf('\n', rest) + 1;
    }
    return rows.toArray(new RouteRow[0]);
  }

  /**
   * The agent cannot work without the table, so this throws if it is missing, and the launcher
   * catches the exception.
   */
  private static String read() {
    try (InputStream in = RouteTable.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is missing from the agent's jar");
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream(20_000);
      byte[] chunk = new byte[8192];
      for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
        bytes.write(chunk, 0, n);
      }
      return new String(bytes.toByteArray(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(RESOURCE + " in the agent's jar cannot be read", e);
    }
  }
}
