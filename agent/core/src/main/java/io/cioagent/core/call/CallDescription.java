package io.cioagent.core.call;

import io.cioagent.core.operation.Operation;
import org.jspecify.annotations.Nullable;

/** What an operation is, as the client method or the request says. Immutable. */
public final class CallDescription {
  final Operation operation;

  /** Whether it counts only with an exchange beneath it. */
  final boolean generic;

  /** Whether an observed client method is the operation, or the exchange itself. */
  final boolean fromClientMethod;

  /** The name of the class that the client method is declared in, null where unknown. */
  final @Nullable String clientClass;

  /** A String, Number or UUID; null for none. */
  final @Nullable Object userId;

  /** Null for none. */
  final @Nullable String eventName;

  private CallDescription(
      Operation operation,
      boolean generic,
      boolean fromClientMethod,
      @Nullable String clientClass,
      @Nullable Object userId,
      @Nullable String eventName) {
    this.operation = operation;
    this.generic = generic;
    this.fromClientMethod = fromClientMethod;
    this.clientClass = clientClass;
    this.userId = userId;
    this.eventName = eventName;
  }

  static CallDescription ofClientMethod(
      Operation operation,
      boolean generic,
      @Nullable String clientClass,
      @Nullable Object userId,
      @Nullable String eventName) {
    return new CallDescription(operation, generic, true, clientClass, userId, eventName);
  }

  /** The same, but it counts only with an exchange beneath it. */
  public CallDescription onlyWithExchange() {
    return new CallDescription(operation, true, fromClientMethod, clientClass, userId, eventName);
  }

  static CallDescription ofExchange(Operation operation) {
    return new CallDescription(operation, false, false, null, null, null);
  }
}
