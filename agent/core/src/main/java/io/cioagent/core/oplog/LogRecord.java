package io.cioagent.core.oplog;

import io.cioagent.core.call.Outcome;
import io.cioagent.core.config.LogLevel;
import io.cioagent.core.privacy.MaskedData;
import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the operation log. Immutable; all values are masked. Null or 0 means that a value is
 * absent.
 */
public final class LogRecord {
  private final Draft draft;

  LogRecord(Draft draft) {
    this.draft = draft;
  }

  /** The values while they are collected; not changed once a {@link LogRecord} holds them. */
  static final class Draft {
    final LogLevel level;
    final Outcome outcome;
    final String message;
    final long epochMillis;
    final long durationNanos;
    @Nullable String application;
    @Nullable String operation;
    @Nullable String eventType;
    @Nullable String userId;
    @Nullable MaskedData data;
    @Nullable String errorType;
    @Nullable String errorMessage;
    @Nullable String errorStack;
    @Nullable String traceId;
    @Nullable String spanId;
    boolean sampled;
    Map<String, String> tracerFields = Collections.emptyMap();
    long suppressed;

    Draft(LogLevel level, Outcome outcome, String message, long epochMillis, long durationNanos) {
      this.level = level;
      this.outcome = outcome;
      this.message = message;
      this.epochMillis = epochMillis;
      this.durationNanos = durationNanos;
    }
  }

  public LogLevel level() {
    return draft.level;
  }

  public String message() {
    return draft.message;
  }

  /** The end time in milliseconds since 1970. */
  public long epochMillis() {
    return draft.epochMillis;
  }

  public long durationNanos() {
    return draft.durationNanos;
  }

  /** The web application, in a server that may have several. */
  public @Nullable String application() {
    return draft.application;
  }

  /** The name of the operation, or {@code webhook}. */
  public @Nullable String operation() {
    return draft.operation;
  }

  /** The event type of a webhook. */
  public @Nullable String eventType() {
    return draft.eventType;
  }

  /** The user id in the form that {@code user-id} selects. */
  public @Nullable String userId() {
    return draft.userId;
  }

  /** {@code success}, {@code error} or {@code unknown}. */
  public String result() {
    return draft.outcome.label();
  }

  /** The data that was passed to the client method. */
  public @Nullable MaskedData data() {
    return draft.data;
  }

  /** A bounded value, as in the metrics. */
  public @Nullable String errorType() {
    return draft.errorType;
  }

  public @Nullable String errorMessage() {
    return draft.errorMessage;
  }

  public @Nullable String errorStack() {
    return draft.errorStack;
  }

  /** Present if and only if {@link #spanId()} is. */
  public @Nullable String traceId() {
    return draft.traceId;
  }

  public @Nullable String spanId() {
    return draft.spanId;
  }

  /** Whether the span is sampled. */
  public boolean isSampled() {
    return draft.sampled;
  }

  /** The ids of the parent span, as the application's tracer writes them to log lines. */
  public Map<String, String> tracerFields() {
    return draft.tracerFields;
  }

  /** The number of records of the same result that were suppressed since the previous one. */
  public long suppressed() {
    return draft.suppressed;
  }

  /** The approximate number of characters. */
  int weight() {
    return 256
        + (draft.data == null ? 0 : draft.data.characters())
        + length(draft.errorMessage)
        + length(draft.errorStack);
  }

  private static int length(@Nullable String text) {
    return text == null ? 0 : text.length();
  }
}
