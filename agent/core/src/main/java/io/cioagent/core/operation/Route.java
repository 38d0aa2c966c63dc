package io.cioagent.core.operation;

import org.jspecify.annotations.Nullable;

/**
 * The operation, API and path template of an HTTP request to Customer.io. Immutable; shared by all
 * requests of the same route.
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

  /** Never null; {@link Operation#OTHER} if no row of the table matches. */
  public Operation operation() {
    return operation;
  }

  /** Null if neither the row nor the host determines it. */
  public @Nullable Api api() {
    return api;
  }

  /** The path with placeholders for identifiers; null if no row of the table matches. */
  public @Nullable String template() {
    return template;
  }

  /** The template as a label value: never null, and bounded in number. */
  public String templateLabel() {
    return template == null ? Operation.OTHER_NAME : template;
  }

  @Override
  public String toString() {
    return operation + " " + templateLabel();
  }
}
