package io.cioagent.core.observe;

import io.cioagent.core.operation.Operation;

/** What the application asked of Customer.io. Immutable. */
final class Asked {
  final Operation operation;

  /** Whether it counts only with an exchange beneath it. */
  final boolean generic;

  /** Whether an observed client method asked, or the exchange itself is all there is. */
  final boolean byClientMethod;

  /** The name of the class whose method asked, null for none or where it is not known. */
  final String clientClass;

  /** A String, Number or UUID; null for none. */
  final Object userId;

  /** Null for none. */
  final String eventName;

  private Asked(
      Operation operation,
      boolean generic,
      boolean byClientMethod,
      String clientClass,
      Object userId,
      String eventName) {
    this.operation = operation;
    this.generic = generic;
    this.byClientMethod = byClientMethod;
    this.clientClass = clientClass;
    this.userId = userId;
    this.eventName = eventName;
  }

  static Asked byClientMethod(
      Operation operation, boolean generic, String clientClass, Object userId, String eventName) {
    return new Asked(operation, generic, true, clientClass, userId, eventName);
  }

  /** The same where it proves nothing by itself. */
  Asked onlyWithExchange() {
    return new Asked(operation, true, byClientMethod, clientClass, userId, eventName);
  }

  static Asked byExchange(Operation operation) {
    return new Asked(operation, false, false, null, null, null);
  }
}
