package io.cioagent.core.operation;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * The hosts of Customer.io: the built-in ones (reference, section 1) and those in the settings.
 * {@link #contains} runs first for every HTTP request of an application, so it reads only a few
 * characters and allocates nothing. Immutable and safe for any thread.
 */
public final class Hosts {
  private static final String DOMAIN = ".customer.io";

  /** Known hosts as chains by length: most other hosts differ in their length or last character. */
  private final KnownHost[] byLength;

  /**
   * @param configured additional hosts in the format of {@link HostPort}; invalid ones are ignored,
   *     because the settings already report them. May be null.
   */
  public Hosts(Collection<String> configured) {
    KnownHost[] chains = new KnownHost[DOMAIN.length() + 16];
    for (String region : new String[] {"", "-eu"}) {
      chains = add(chains, HostFamily.TRACK, "track" + region + DOMAIN);
      chains = add(chains, HostFamily.TRACK, "track-sdk" + region + DOMAIN);
      chains = add(chains, HostFamily.APP, "api" + region + DOMAIN);
      chains = add(chains, HostFamily.APP, "beta-api" + region + DOMAIN);
      chains = add(chains, HostFamily.PIPELINES, "cdp" + region + DOMAIN);
      chains = add(chains, HostFamily.UNMAPPED, "mcp" + region + DOMAIN);
    }
    chains = add(chains, HostFamily.UNMAPPED, "us.fly" + DOMAIN);
    chains = add(chains, HostFamily.UNMAPPED, "eu.fly" + DOMAIN);
    if (configured != null) {
      for (String text : configured) {
        HostPort host = HostPort.parse(text);
        if (host != null) {
          chains = add(chains, new KnownHost(host.host(), host.port(), HostFamily.CONFIGURED));
        }
      }
    }
    byLength = chains;
  }

  /**
   * Whether a request to this host and port goes to Customer.io.
   *
   * @param host in the form of the HTTP library: any case, with or without a trailing dot or
   *     brackets; null is not a host of Customer.io
   * @param port -1 if the URL has none
   */
  public boolean contains(@Nullable String host, int port) {
    return find(host, port, false) != null;
  }

  /** As {@link #contains}, for any port. */
  public boolean containsName(String host) {
    return find(host, HostPort.NO_PORT, true) != null;
  }

  /**
   * As {@link #contains}, for a part of a text with a host and an optional port, such as the header
   * {@code Host}.
   *
   * @param from the start of the part
   * @param to the end of the part
   * @param defaultPort the port if there is none in the text
   */
  public boolean containsAuthority(CharSequence text, int from, int to, int defaultPort) {
    int colon = HostPort.colonOfPort(text, from, to);
    return colon < 0
        ? find(text, from, to, defaultPort, false) != null
        : find(text, from, colon, HostPort.portAfter(text, colon, to), false) != null;
  }

  /** As {@link #contains}; null if host and port do not belong to Customer.io. */
  public @Nullable KnownHost find(@Nullable String host, int port) {
    return find(host, port, false);
  }

  private @Nullable KnownHost find(@Nullable String host, int port, boolean anyPort) {
    return host == null ? null : find(host, 0, host.length(), port, anyPort);
  }

  private @Nullable KnownHost find(
      CharSequence text, int begin, int end, int port, boolean anyPort) {
    int from = begin;
    int to = end;
    if (to - from > 1 && text.charAt(to - 1) == '.') {
      to--;
    }
    if (to - from > 2 && text.charAt(to - 1) == ']' && text.charAt(from) == '[') {
      from++;
      to--;
    }
    int length = to - from;
    if (length >= byLength.length) {
      return null;
    }
    for (KnownHost known = byLength[length]; known != null; known = known.next) {
      if (known.last == KnownHost.lastOf(text, to)
          // Nearly always, and by one instruction for many characters.
          && (known.name.contentEquals(text) || matches(known.name, text, from))
          && (anyPort || known.accepts(port))) {
        return known;
      }
    }
    return null;
  }

  private static boolean matches(String lowerCaseName, CharSequence text, int from) {
    for (int i = 0; i < lowerCaseName.length(); i++) {
      int c = text.charAt(from + i);
      int lowerCase = c >= 'A' && c <= 'Z' ? c | 0x20 : c;
      if (lowerCase != lowerCaseName.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static KnownHost[] add(KnownHost[] chains, HostFamily family, String name) {
    return add(chains, new KnownHost(name, HostPort.NO_PORT, family));
  }

  /**
   * Appends to the chain, so that a built-in host takes precedence over the same host in the
   * settings.
   */
  private static KnownHost[] add(KnownHost[] chains, KnownHost host) {
    int length = host.name.length();
    KnownHost[] grown = chains;
    if (length >= chains.length) {
      grown = new KnownHost[length + 1];
      System.arraycopy(chains, 0, grown, 0, chains.length);
    }
    KnownHost end = grown[length];
    if (end == null) {
      grown[length] = host;
    } else {
      while (end.next != null) {
        end = end.next;
      }
      end.next = host;
    }
    return grown;
  }
}
