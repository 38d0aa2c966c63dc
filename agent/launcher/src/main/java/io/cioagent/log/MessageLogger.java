package io.cioagent.log;

import io.cioagent.core.oplog.StreamOutput;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

/** Prints one line for each message, with a fixed prefix; nothing below INFO. */
final class MessageLogger extends LegacyAbstractLogger {
  private static final long serialVersionUID = 1L;
  private static final long MILLIS_PER_SECOND = 1000;
  private static final StreamOutput STANDARD_ERROR = StreamOutput.ofStandardError();

  MessageLogger(String name) {
    this.name = name;
  }

  @Override
  public boolean isTraceEnabled() {
    return false;
  }

  @Override
  public boolean isDebugEnabled() {
    return false;
  }

  @Override
  public boolean isInfoEnabled() {
    return true;
  }

  @Override
  public boolean isWarnEnabled() {
    return true;
  }

  @Override
  public boolean isErrorEnabled() {
    return true;
  }

  @Override
  protected String getFullyQualifiedCallerName() {
    return MessageLogger.class.getName();
  }

  @Override
  protected void handleNormalizedLoggingCall(
      Level level, Marker marker, String pattern, Object[] arguments, Throwable thrown) {
    String message = MessageFormatter.basicArrayFormat(pattern, arguments);
    byte[] text = text(level, message, thrown).getBytes(StandardCharsets.UTF_8);
    try {
      // In one write, so that no other line gets in between.
      STANDARD_ERROR.write(text);
    } catch (IOException e) {
      // There is no other output left.
    }
  }

  static String text(Level level, String message, Throwable thrown) {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    out.append("[customerio-agent] ")
        .append(time(System.currentTimeMillis()))
        .append(' ')
        .append(level.name())
        .append(' ');
    out.append(message).append('\n');
    if (thrown != null) {
      thrown.printStackTrace(out);
    }
    out.flush();
    return text.toString();
  }

  /**
   * The time in UTC as ISO 8601, whatever the locale. Composed of its fields: the first use of a
   * date format in a JVM costs more than the rest of the agent's start.
   */
  static String time(long epochMillis) {
    long seconds = Math.floorDiv(epochMillis, MILLIS_PER_SECOND);
    int millis = (int) Math.floorMod(epochMillis, MILLIS_PER_SECOND);
    LocalDateTime utc = LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC);
    StringBuilder text = new StringBuilder("yyyy-MM-ddTHH:mm:ss.SSSZ".length());
    append(text, utc.getYear(), 1000, '-');
    append(text, utc.getMonthValue(), 10, '-');
    append(text, utc.getDayOfMonth(), 10, 'T');
    append(text, utc.getHour(), 10, ':');
    append(text, utc.getMinute(), 10, ':');
    append(text, utc.getSecond(), 10, '.');
    append(text, millis, 100, 'Z');
    return text.toString();
  }

  /** Appends the digits from that of {@code unit}, and what follows. */
  private static void append(StringBuilder text, int value, int unit, char next) {
    for (int each = unit; each > 0; each /= 10) {
      text.append((char) ('0' + value / each % 10));
    }
    text.append(next);
  }
}
