package io.cioagent.core.operation;

/** A client method from the settings, with its operation. Immutable. */
public final class ConfiguredMethod {
  private final String className;
  private final String methodName;
  private final Operation operation;

  /**
   * None of these may be null.
   *
   * @param className the binary name, with dots, {@code $} before a nested class
   */
  public ConfiguredMethod(String className, String methodName, Operation operation) {
    this.className = className;
    this.methodName = methodName;
    this.operation = operation;
  }

  /** The binary name, with dots. */
  public String className() {
    return className;
  }

  public String methodName() {
    return methodName;
  }

  public Operation operation() {
    return operation;
  }

  /** The format of the settings. */
  @Override
  public String toString() {
    return className + "[" + methodName + "=" + operation + "]";
  }
}
