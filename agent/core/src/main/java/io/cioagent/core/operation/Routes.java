package io.cioagent.core.operation;

import org.jspecify.annotations.Nullable;

/**
 * Maps the method, host and path of a request to operation and path template. Immutable and safe
 * for any thread; a lookup allocates nothing and never throws.
 */
public final class Routes {
  private static final String VERSION_PREFIX = "/v1";

  /** The former prefix of the App API, which clients still use (reference, section 1). */
  static final String EXTRA_SEGMENT = VERSION_PREFIX + "/api";

  private final RouteNode root = new RouteNode("");
  private final RouteNode version = root.child(VERSION_PREFIX, 1, VERSION_PREFIX.length());

  private Routes() {
    for (RouteRow row : RouteTable.rows()) {
      add(row);
    }
  }

  /** Builds the lookup tree from the table in the agent's jar. */
  public static Routes load() {
    return new Routes();
  }

  /**
   * The route of a request; {@link Operation#OTHER} without a template if host, method or path are
   * unknown, malformed or null.
   *
   * @param host null for a host that is not one of Customer.io
   * @param rawPath the path as sent, not decoded, so that an encoded slash does not split an
   *     identifier. A query or fragment is ignored.
   */
  public Route match(String method, @Nullable KnownHost host, @Nullable String rawPath) {
    if (host == null) {
      return HostFamily.UNMAPPED.unmatched;
    }
    HostFamily family = host.family;
    Route found = null;
    if (method != null && rawPath != null && rawPath.startsWith("/")) {
      found = find(method, rawPath, family);
    }
    return found == null ? family.unmatched : found;
  }

  private @Nullable Route find(String method, String path, HostFamily family) {
    int end = endOfPath(path);
    RouteLeaf leaf = root.find(method, path, 1, end, family.bit);
    if (leaf != null) {
      return leaf.route;
    }
    int extra = EXTRA_SEGMENT.length();
    if (extra < end && path.startsWith(EXTRA_SEGMENT) && path.charAt(extra) == '/') {
      leaf = version.find(method, path, extra + 1, end, family.bit);
      return leaf == null ? null : leaf.withExtraSegment;
    }
    return null;
  }

  private static int endOfPath(String path) {
    int query = path.indexOf('?');
    int end = query < 0 ? path.length() : query;
    int fragment = path.indexOf('#');
    return fragment < 0 || fragment > end ? end : fragment;
  }

  private void add(RouteRow row) {
    boolean pipelines = row.group.startsWith("cdp");
    boolean track = row.group.startsWith("track");
    boolean app = row.group.startsWith("app");
    boolean onTrackHost = track || row.group.equals("app_on_track_host");
    HostFamily family =
        pipelines ? HostFamily.PIPELINES : onTrackHost ? HostFamily.TRACK : HostFamily.APP;
    Api api = pipelines ? Api.PIPELINES : track ? Api.TRACK : Api.APP;
    Operation operation = Operation.known(row.operation);
    Route withExtraSegment = null;
    if (app && family == HostFamily.APP && !row.template.startsWith(EXTRA_SEGMENT)) {
      String rest = row.template.substring(VERSION_PREFIX.length());
      withExtraSegment = new Route(operation, api, EXTRA_SEGMENT + rest);
    }
    node(row.template)
        .add(
            new RouteLeaf(
                row.method,
                family.bit | HostFamily.CONFIGURED.bit,
                new Route(operation, api, row.template),
                withExtraSegment));
  }

  private RouteNode node(String template) {
    RouteNode node = root;
    int from = 1;
    while (from <= template.length()) {
      int slash = template.indexOf('/', from);
      int to = slash < 0 ? template.length() : slash;
      node = node.child(template, from, to);
      from = to + 1;
    }
    return node;
  }
}
