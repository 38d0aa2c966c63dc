package io.cioagent.core.operation;

/**
 * What an HTTP request on a Customer.io host asks for. Immutable; shared by all requests of the
 * same route.
 */
public final class Route {
  private final Operation operation;
  private final Api api;
  private final String template;

  Route(Operation operation, Api api, String template) {
    this.operation = operation;
    this.api = api;
    this.template = template;
  }

  /** Never null; {@link Operation#OTHER} when no row of the table fits. */
  public Operation operation() {
    return operation;
  }

  /** Null when neither the row nor the host tells. */
  public Api api() {
    return api;
  }

  /** The path with placeholders for identifiers; null when no row of the table fits. */
  public String template() {
    return template;
  }

  /** The template as a label: never null, and one of a bounded number of values. */
  public String templateLabel() {
    return template == null ? Operation.OTHER_NAME : template;
  }

  @Override
  public String toString() {
    return operation + " " + templateLabel();
  }
}
