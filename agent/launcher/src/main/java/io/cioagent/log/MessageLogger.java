package io.cioagent.log;

import io.cioagent.core.oplog.StreamOutput;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.text.SimpleDateFormat;
import java.util.Locale;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

/** Prints one line for each message, with a fixed prefix; nothing below INFO. */
final class MessageLogger extends LegacyAbstractLogger {
  private static final long serialVersionUID = 1L;
  private static final StreamOutput STANDARD_ERROR = StreamOutput.ofStandardError();

  /**
   * Uses the root locale: others may have their own digits or calendar. Does not use java.time,
   * whose first use is more expensive.
   */
  private static final SimpleDateFormat timeFormat =
      new SimpleDateFormat("yyyy-MM-dd'T'HH:mm:ss.SSSXXX", Locale.ROOT);

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
    out.append("[customerio-agent] ").append(now()).append(' ').append(level.name()).append(' ');
    out.append(message).append('\n');
    if (thrown != null) {
      thrown.printStackTrace(out);
    }
    out.flush();
    return text.toString();
  }

  private static String now() {
    synchronized (timeFormat) {
      return timeFormat.format(System.currentTimeMillis());
    }
  }
}
