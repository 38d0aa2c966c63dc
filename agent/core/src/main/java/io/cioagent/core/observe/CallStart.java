package io.cioagent.core.observe;

import io.cioagent.core.operation.Operation;
import io.cioagent.core.tracing.TraceParent;

/** What is known of a call as soon as it begins. Immutable, but for what is attached. */
public abstract class CallStart extends Attachable {
  private final Asked asked;
  private final long startEpochMillis = System.currentTimeMillis();
  private final long startNanos;
  private final TraceParent parent;

  /**
   * @param parent the application's span that this belongs beneath, null for none
   */
  CallStart(Asked asked, long startNanos, TraceParent parent) {
    this.asked = asked;
    this.startNanos = startNanos;
    this.parent = parent;
  }

  public Operation operation() {
    return asked.operation;
  }

  Asked asked() {
    return asked;
  }

  /** Whether an observed client method is the operation, or the exchange itself. */
  public boolean isFromClientMethod() {
    return asked.byClientMethod;
  }

  /** The name of the class whose method is the operation; null where none is known. */
  public String clientClass() {
    return asked.clientClass;
  }

  /** The user id as passed, a String, Number or UUID; null where none is known. */
  public Object userId() {
    return asked.userId;
  }

  /** The event's name as passed, null where none is known. */
  public String eventName() {
    return asked.eventName;
  }

  /** The application's own span that this belongs beneath, null for none. */
  public TraceParent parent() {
    return parent;
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
