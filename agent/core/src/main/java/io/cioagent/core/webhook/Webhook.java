package io.cioagent.core.webhook;

import io.cioagent.core.tracing.TraceParent;
import org.jspecify.annotations.Nullable;

/** A webhook that is over: what it said and what became of it. Immutable for who hears of it. */
public final class Webhook {
  private final long startEpochMillis;
  @Nullable TraceParent parent;
  @Nullable Event event;
  boolean repeated;
  @Nullable ErrorReason reason;
  boolean reasonTold;
  int status;
  @Nullable Throwable error;
  long durationNanos;

  Webhook(long startEpochMillis) {
    this.startEpochMillis = startEpochMillis;
  }

  /** Null where nobody read it, where it cannot be read and where it is not proven. */
  public @Nullable Event event() {
    return event;
  }

  /** {@link EventType#UNKNOWN} without an event. */
  public EventType eventType() {
    return event == null ? EventType.UNKNOWN : event.type();
  }

  /** Whether the event was received before: then it is counted already. */
  public boolean isRepeated() {
    return repeated;
  }

  /** Whether it may have been sent by anybody: then it counts as an error and as nothing else. */
  public boolean isForged() {
    return reason != null && reason.isForgery();
  }

  /** Null for a success. */
  public @Nullable ErrorReason errorReason() {
    return reason;
  }

  /** The reason for people, null for a success. */
  public @Nullable String errorInWords() {
    if (reason == ErrorReason.HANDLER_ERROR && status > 0) {
      return "the receiver returned status " + status;
    }
    return reason == null ? null : reason.words();
  }

  /** Whether the reason was told before, by {@link WebhookListener#failedEarly}. */
  public boolean isErrorReported() {
    return reasonTold;
  }

  /** The answer's status, 0 where there was none. */
  public int status() {
    return status;
  }

  /** What the receiver threw; null for nothing, or where nobody heard of it. */
  public @Nullable Throwable error() {
    return error;
  }

  /** The application's own span around its receiver, else the sender's; null for none. */
  public @Nullable TraceParent parent() {
    return parent;
  }

  /** When it arrived, in milliseconds since 1970. */
  public long startEpochMillis() {
    return startEpochMillis;
  }

  /** From its arrival to the end of the answer. */
  public long durationNanos() {
    return durationNanos;
  }
}
