package io.cioagent.core.operation;

/** The meaning of a method name in a Customer.io client. Immutable. */
public final class ClientMethod {
  private final Operation operation;
  private final boolean generic;

  ClientMethod(Operation operation, boolean generic) {
    this.operation = operation;
    this.generic = generic;
  }

  public Operation operation() {
    return operation;
  }

  /**
   * Whether the name is generic: such a call counts only if it makes a Customer.io HTTP exchange.
   */
  public boolean generic() {
    return generic;
  }
}
