package io.cioagent.core.operation;

/** What a method's name says when it is a method of a Customer.io client. Immutable. */
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
   * True when the name alone proves nothing: such a call counts only where a Customer.io HTTP
   * exchange happened beneath it.
   */
  public boolean generic() {
    return generic;
  }
}
