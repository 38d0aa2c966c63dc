package io.cioagent.core.operation;

import org.jspecify.annotations.Nullable;

/** A row of the table at the end of its path in the tree. */
final class RouteLeaf {
  final String method;

  /** The bits of the {@link HostFamily host families} that serve it. */
  final int families;

  final Route route;

  /** The same row below {@link Routes#EXTRA_SEGMENT}; null if there is none. */
  final @Nullable Route withExtraSegment;

  RouteLeaf(String method, int families, Route route, @Nullable Route withExtraSegment) {
    this.method = method;
    this.families = families;
    this.route = route;
    this.withExtraSegment = withExtraSegment;
  }
}
