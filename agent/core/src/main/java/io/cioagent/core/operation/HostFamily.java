package io.cioagent.core.operation;

import org.jspecify.annotations.Nullable;

/** Hosts that serve the same rows of the route table; each family exists once. */
final class HostFamily {
  static final HostFamily TRACK = new HostFamily(1, Api.TRACK);
  static final HostFamily APP = new HostFamily(2, Api.APP);
  static final HostFamily PIPELINES = new HostFamily(4, Api.PIPELINES);

  /** Customer.io hosts without a route table. */
  static final HostFamily UNMAPPED = new HostFamily(8, null);

  /** Hosts from the settings: a stand-in server or a proxy, which may serve any API. */
  static final HostFamily CONFIGURED = new HostFamily(16, null);

  /** The bit of this family in the masks of the routes. */
  final int bit;

  /** The route if no row matches; the host may still determine the API. */
  final Route unmatched;

  private HostFamily(int bit, @Nullable Api api) {
    this.bit = bit;
    this.unmatched = new Route(Operation.OTHER, api, null);
  }
}
