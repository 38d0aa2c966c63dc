package io.cioagent.core.operation;

import org.jspecify.annotations.Nullable;

/** A host of Customer.io. Immutable once its {@link Hosts} is created. */
public final class KnownHost {
  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;

  final String name;

  /** The last character, see {@link #lastOf}. */
  final int last;

  final HostFamily family;
  private final int port;

  /** The next one of the same length. */
  @Nullable KnownHost next;

  KnownHost(String name, int port, HostFamily family) {
    this.name = name;
    this.last = lastOf(name, name.length());
    this.port = port;
    this.family = family;
  }

  /** The name in lower case, without trailing dot or brackets. */
  public String name() {
    return name;
  }

  /** A URL without a port uses the default of its scheme, which is unknown here. */
  boolean accepts(int requestPort) {
    return port == HostPort.NO_PORT
        || port == requestPort
        || (requestPort < 0 && (port == HTTPS_PORT || port == HTTP_PORT));
  }

  /**
   * The last character before {@code end}. Setting this bit turns upper case into lower case; the
   * full comparison detects other characters that it changes.
   */
  static int lastOf(CharSequence text, int end) {
    return text.charAt(end - 1) | 0x20;
  }
}
