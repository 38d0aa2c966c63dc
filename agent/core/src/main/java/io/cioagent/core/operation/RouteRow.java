package io.cioagent.core.operation;

/** One row of {@code routes.tsv}. */
final class RouteRow {
  /** The first column: an API and its variant, such as {@code track_v1}. */
  final String group;

  final String method;
  final String template;
  final String operation;

  RouteRow(String group, String method, String template, String operation) {
    this.group = group;
    this.method = method;
    this.template = template;
    this.operation = operation;
  }
}
