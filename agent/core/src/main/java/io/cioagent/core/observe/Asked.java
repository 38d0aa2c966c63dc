package io.cioagent.core.observe;

import io.cioagent.core.operation.Operation;

/** What the application asked of Customer.io. Immutable. */
final class Asked {
  final Operation operation;

  /** Whether it counts only with an exchange beneath it. */
  final boolean generic;

  /** Whether an observed client method asked, or the exchange itself is all there is. */
  final boolean byClientMethod;

  /** A String, Number or UUID; null for none. */
  final Object userId;

  /** Null for none. */
  final String eventName;

  private Asked(
      Operation operation,
      boolean generic,
      boolean byClientMethod,
      Object userId,
      String eventName) {
    this.operation = operation;
    this.generic = generic;
    this.byClientMethod = byClientMethod;
    this.userId = userId;
    this.eventName = eventName;
  }

  static Asked byClientMethod(
      Operation operation, boolean generic, Object userId, String eventName) {
    return new Asked(operation, generic, true, userId, eventName);
  }

  /** The same where it proves nothing by itself. */
  Asked onlyWithExchange() {
    return new Asked(operation, true, byClientMethod, userId, eventName);
  }

  static Asked byExchange(Operation operation) {
    return new Asked(operation, false, false, null, null);
  }
}
