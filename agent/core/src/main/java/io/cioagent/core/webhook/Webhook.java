package io.cioagent.core.webhook;

import io.cioagent.core.tracing.TraceParent;
import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A completed webhook: its event and its outcome. Immutable once it is reported. */
public final class Webhook {
  private final long startEpochMillis;
  @Nullable TraceParent parent;
  @Nullable String application;
  @Nullable Event event;
  boolean repeated;
  @Nullable ErrorReason reason;
  boolean errorReported;
  int status;
  @Nullable Throwable error;
  long durationNanos;

  Webhook(long startEpochMillis) {
    this.startEpochMillis = startEpochMillis;
  }

  /** Null if the body was not read, is invalid, or is not verified. */
  public @Nullable Event event() {
    return event;
  }

  /** {@link EventType#UNKNOWN} without an event. */
  public EventType eventType() {
    return event == null ? EventType.UNKNOWN : event.type();
  }

  /** Whether the event was received and counted before. */
  public boolean isRepeated() {
    return repeated;
  }

  /** Whether it may not be from Customer.io. It then counts only as an error. */
  public boolean isForged() {
    return reason != null && reason.isForgery();
  }

  /** Null for a success. */
  public @Nullable ErrorReason errorReason() {
    return reason;
  }

  /** The reason as text for people; null for a success. */
  public @Nullable String errorInWords() {
    if (reason == ErrorReason.HANDLER_ERROR && status > 0) {
      return "the receiver returned status " + status;
    }
    return reason == null ? null : reason.words();
  }

  /** Whether the reason was already reported by {@link WebhookListener#failedEarly}. */
  public boolean isErrorReported() {
    return errorReported;
  }

  /** The response status; 0 if there was no response. */
  public int status() {
    return status;
  }

  /** The exception of the receiver; null if there was none or if it was not observed. */
  public @Nullable Throwable error() {
    return error;
  }

  /** The application's own span around the receiver, else the sender's span; null for none. */
  public @Nullable TraceParent parent() {
    return parent;
  }

  /** The ids of the parent, as the application's tracer writes them to log lines. */
  public Map<String, String> tracerFields() {
    return parent == null ? Collections.emptyMap() : parent.logFields();
  }

  /** The web application that read it; null outside servers with several of them. */
  public @Nullable String application() {
    return application;
  }

  /** The arrival time in milliseconds since 1970. */
  public long startEpochMillis() {
    return startEpochMillis;
  }

  /** The time from the arrival to the end of the response. */
  public long durationNanos() {
    return durationNanos;
  }
}
