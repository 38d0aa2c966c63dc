package io.cioagent.core.operation;

/** One row of {@code routes.tsv}, as it stands there. */
final class RouteRow {
  /** First column: an API and a variant of it, such as {@code track_v1}. */
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
