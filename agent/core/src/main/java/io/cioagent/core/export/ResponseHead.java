package io.cioagent.core.export;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The status and those headers of an HTTP/1.1 response that an exporter needs. */
final class ResponseHead {
  private static final int LONGEST_LINE = 8192;
  private static final int MOST_LINES = 200;
  private static final int FIRST_FINAL = 200;
  private static final int STATUS_AT = "HTTP/1.1 ".length();
  private static final int STATUS_END = STATUS_AT + "200".length();

  private final int status;
  private @Nullable String retryAfter;
  private long length = -1;

  private ResponseHead(int status) {
    this.status = status;
  }

  /** Reads up to the start of the body, byte by byte: the caller buffers the stream. */
  static ResponseHead read(InputStream in) throws IOException {
    while (true) {
      ResponseHead head = new ResponseHead(status(line(in)));
      head.readHeaders(in);
      if (head.status >= FIRST_FINAL) {
        return head;
      }
    }
  }

  private static int status(String line) throws IOException {
    boolean http = line.startsWith("HTTP/1.") && line.length() >= STATUS_END;
    try {
      if (http) {
        return Integer.parseInt(line.substring(STATUS_AT, STATUS_END));
      }
    } catch (NumberFormatException e) {
      // As below.
    }
    throw new IOException("the server does not speak HTTP/1.1");
  }

  private void readHeaders(InputStream in) throws IOException {
    for (int i = 0; i < MOST_LINES; i++) {
      String line = line(in);
      int colon = line.indexOf(':');
      if (line.isEmpty()) {
        return;
      }
      String name = colon < 0 ? "" : line.substring(0, colon).trim().toLowerCase(Locale.ROOT);
      String value = line.substring(colon + 1).trim();
      if (name.equals("retry-after")) {
        retryAfter = value;
      } else if (name.equals("content-length")) {
        try {
          length = Long.parseLong(value);
        } catch (NumberFormatException e) {
          length = -1;
        }
      }
    }
    throw new IOException("the response has too many headers");
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new EOFException("the connection was closed without a response");
      }
      if (line.length() > LONGEST_LINE) {
        throw new IOException("the response has a line that is too long");
      }
      line.append((char) b);
    }
    int length = line.length();
    if (length > 0 && line.charAt(length - 1) == '\r') {
      line.setLength(length - 1);
    }
    return line.toString();
  }

  int status() {
    return status;
  }

  @Nullable String retryAfter() {
    return retryAfter;
  }

  /** The length of the body; negative if the header is absent. */
  long length() {
    return length;
  }
}
