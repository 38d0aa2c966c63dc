package io.cioagent.it.standin;

import java.util.Locale;

/**
 * One request as it came over the wire.
 *
 * @param head request line and header lines, each with its line end
 * @param body what followed, each byte a character, chunk sizes included where it was chunked
 */
public record ReceivedRequest(String head, String body) {

  public String method() {
    return head.substring(0, head.indexOf(' '));
  }

  /** Path and query, raw. */
  public String target() {
    return head.split(" ", 3)[1];
  }

  /** The first header of that name, or null. */
  public String header(String name) {
    for (String line : head.split("\r\n", -1)) {
      int colon = line.indexOf(':');
      if (colon > 0 && line.substring(0, colon).equalsIgnoreCase(name)) {
        return line.substring(colon + 1).trim();
      }
    }
    return null;
  }

  boolean is(String header, String value) {
    String given = header(header);
    return given != null && given.toLowerCase(Locale.ROOT).contains(value);
  }

  /** All bytes, each a character. */
  public String raw() {
    return head + body;
  }
}
