package io.cioagent.core.sdklog;

import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Passes what libraries say to the agent's own log. Their INFO is no news to the agent's users and
 * counts as debug.
 */
public final class Logger {
  /** Failed exports, which the agent reports in a line of its own, and less often. */
  private static final String[] REPORTED_BY_THE_AGENT = {
    "io.opentelemetry.exporter.otlp.", "io.opentelemetry.sdk.metrics.export.PeriodicMetricReader"
  };

  private final org.slf4j.Logger target;
  private final boolean silent;

  private Logger(String name) {
    target = LoggerFactory.getLogger(name);
    boolean matched = false;
    for (String prefix : REPORTED_BY_THE_AGENT) {
      matched |= name.startsWith(prefix);
    }
    silent = matched;
  }

  public static Logger getLogger(String name) {
    return new Logger(name);
  }

  public boolean isLoggable(Level level) {
    return !silent && level.intValue() >= Level.WARNING.intValue();
  }

  public void log(Level level, String message) {
    log(level, message, (Throwable) null);
  }

  public void log(Level level, String message, Object parameter) {
    log(level, message, new Object[] {parameter});
  }

  public void log(Level level, String message, Object[] parameters) {
    if (isLoggable(level)) {
      String text = message;
      for (int i = 0; i < parameters.length; i++) {
        text = text.replace("{" + i + "}", String.valueOf(parameters[i]));
      }
      log(level, text);
    }
  }

  public void log(Level level, String message, @Nullable Throwable thrown) {
    if (!isLoggable(level)) {
      return;
    }
    if (level.intValue() >= Level.SEVERE.intValue()) {
      target.error(message, thrown);
    } else {
      target.warn(message, thrown);
    }
  }

  public void severe(String message) {
    log(Level.SEVERE, message);
  }

  public void warning(String message) {
    log(Level.WARNING, message);
  }

  public void info(String message) {
    log(Level.INFO, message);
  }

  public void config(String message) {
    log(Level.CONFIG, message);
  }

  public void fine(String message) {
    log(Level.FINE, message);
  }

  public void finer(String message) {
    log(Level.FINER, message);
  }

  public void finest(String message) {
    log(Level.FINEST, message);
  }
}
