package io.cioagent.core.oplog;

import io.cioagent.core.call.Outcome;
import io.cioagent.core.config.LogLevel;
import io.cioagent.core.privacy.MaskedData;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the operation log. Immutable; everything in it is masked. Whatever is null or 0
 * there has none of that, unless it says otherwise.
 */
public final class LogRecord {
  private final Draft draft;

  LogRecord(Draft draft) {
    this.draft = draft;
  }

  /** The facts while they are gathered; not changed any more once a {@link LogRecord} holds it. */
  static final class Draft {
    final LogLevel level;
    final Outcome outcome;
    final String message;
    final long epochMillis;
    final long durationNanos;
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

  /** When it ended, in milliseconds since 1970. */
  public long epochMillis() {
    return draft.epochMillis;
  }

  public long durationNanos() {
    return draft.durationNanos;
  }

  /** What it was: an operation's name, or {@code webhook}. */
  public @Nullable String operation() {
    return draft.operation;
  }

  /** Of a webhook. */
  public @Nullable String eventType() {
    return draft.eventType;
  }

  /** As the setting {@code user-id} wants it. */
  public @Nullable String userId() {
    return draft.userId;
  }

  /** {@code success}, {@code error} or {@code unknown}. */
  public String result() {
    return draft.outcome.label();
  }

  /** What was passed to the client method. */
  public @Nullable MaskedData data() {
    return draft.data;
  }

  /** One of the few values that the metrics have too. */
  public @Nullable String errorType() {
    return draft.errorType;
  }

  public @Nullable String errorMessage() {
    return draft.errorMessage;
  }

  public @Nullable String errorStack() {
    return draft.errorStack;
  }

  /** With {@link #spanId()}. */
  public @Nullable String traceId() {
    return draft.traceId;
  }

  public @Nullable String spanId() {
    return draft.spanId;
  }

  /** Whether that span is recorded. */
  public boolean isSampled() {
    return draft.sampled;
  }

  /** How many of the same result there were since the last one, and are told nowhere else. */
  public long suppressed() {
    return draft.suppressed;
  }

  /** About how many characters it holds. */
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
