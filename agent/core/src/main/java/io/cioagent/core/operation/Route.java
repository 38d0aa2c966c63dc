package io.cioagent.core.operation;

import org.jspecify.annotations.Nullable;

/**
 * What an HTTP request on a Customer.io host asks for. Immutable; shared by all requests of the
 * same route.
 */
public final class Route {
  private final Operation operation;
  private final @Nullable Api api;
  private final @Nullable String template;

  Route(Operation operation, @Nullable Api api, @Nullable String template) {
    this.operation = operation;
    this.api = api;
    this.template = template;
  }

  /** {@link Operation#OTHER} when no row of the table fits. */
  public Operation operation() {
    return operation;
  }

  /** Null when neither the row nor the host determines it. */
  public @Nullable Api api() {
    return api;
  }

  /** The path with placeholders for identifiers; null when no row of the table fits. */
  public @Nullable String template() {
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
