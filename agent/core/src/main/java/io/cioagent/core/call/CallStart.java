package io.cioagent.core.call;

import io.cioagent.core.base.WebApplicationName;
import io.cioagent.core.operation.Operation;
import io.cioagent.core.tracing.TraceParent;
import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of a call when it begins. Immutable, except for the attachment. */
public abstract class CallStart extends Attachable {
  private final CallDescription description;
  private final long startEpochMillis = System.currentTimeMillis();
  private final long startNanos;
  private final @Nullable String application = WebApplicationName.current();
  private final @Nullable TraceParent parent;

  /**
   * @param parent the application's span that this belongs beneath, null for none
   */
  CallStart(CallDescription description, long startNanos, @Nullable TraceParent parent) {
    this.description = description;
    this.startNanos = startNanos;
    this.parent = parent;
  }

  public Operation operation() {
    return description.operation;
  }

  /** What was asked for: another call may repeat it. */
  public CallDescription description() {
    return description;
  }

  /** Whether an observed client method is the operation, or the exchange itself. */
  public boolean isFromClientMethod() {
    return description.fromClientMethod;
  }

  /** The name of the class whose method is the operation; null where unknown. */
  public @Nullable String clientClass() {
    return description.clientClass;
  }

  /** The user id as passed, a String, Number or UUID; null where unknown. */
  public @Nullable Object userId() {
    return description.userId;
  }

  /** The event's name as passed, null where unknown. */
  public @Nullable String eventName() {
    return description.eventName;
  }

  /** The web application that made the call; null outside servers with several of them. */
  public @Nullable String application() {
    return application;
  }

  /** The application's own span that this belongs beneath, null for none. */
  public @Nullable TraceParent parent() {
    return parent;
  }

  /** The ids of the parent, as the application's tracer writes them to log lines. */
  public Map<String, String> tracerFields() {
    return parent == null ? Collections.emptyMap() : parent.logFields();
  }

  /** Wall-clock milliseconds of the start. */
  public long startEpochMillis() {
    return startEpochMillis;
  }

  /** {@link System#nanoTime()} of the start. */
  public long startNanos() {
    return startNanos;
  }
}
