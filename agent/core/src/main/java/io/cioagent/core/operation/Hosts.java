package io.cioagent.core.operation;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * The hosts that are Customer.io: the built-in ones (reference, section 1) and those named in the
 * settings. {@link #contains} is the first thing that runs for every HTTP call of an application,
 * so it reads a few characters and allocates nothing. Immutable and safe for any thread.
 */
public final class Hosts {
  private static final String DOMAIN = ".customer.io";
  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;

  /**
   * Known hosts of the same length, chained: most hosts of an application fall out by length or
   * last character.
   */
  private final Host[] byLength;

  /**
   * @param configured further hosts as {@link HostPort} reads them; what it cannot read is left out
   *     without a word, as the settings have warned of it. May be null.
   */
  public Hosts(Collection<String> configured) {
    Host[] chains = new Host[DOMAIN.length() + 16];
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
          chains = add(chains, new Host(host.host(), host.port(), HostFamily.CONFIGURED));
        }
      }
    }
    byLength = chains;
  }

  /**
   * Whether a request to this host and port goes to Customer.io.
   *
   * @param host as the HTTP library has it: any case, with or without a trailing dot or brackets;
   *     null is no host of Customer.io
   * @param port -1 when the URL names none
   */
  public boolean contains(String host, int port) {
    return find(host, port, false) != null;
  }

  /** As {@link #contains} for whichever port. */
  public boolean knowsName(String host) {
    return find(host, HostPort.NO_PORT, true) != null;
  }

  /**
   * As {@link #contains} for a part of a text that names a host and perhaps a port, as the header
   * {@code Host} does.
   *
   * @param from where the part begins
   * @param to where it ends
   * @param defaultPort where it names no port
   */
  public boolean containsAuthority(CharSequence text, int from, int to, int defaultPort) {
    int colon = HostPort.colonOfPort(text, from, to);
    return colon < 0
        ? find(text, from, to, defaultPort, false) != null
        : find(text, from, colon, HostPort.portAfter(text, colon, to), false) != null;
  }

  /**
   * The known host's name in lower case, without trailing dot or brackets; {@code other} for one
   * that is not known, or null.
   */
  public String canonical(String host) {
    Host found = find(host, HostPort.NO_PORT, true);
    return found == null ? Operation.OTHER_NAME : found.name;
  }

  /** Null when host and port are not of Customer.io. */
  @Nullable HostFamily family(String host, int port) {
    Host found = find(host, port, false);
    return found == null ? null : found.family;
  }

  private @Nullable Host find(String host, int port, boolean anyPort) {
    return host == null ? null : find(host, 0, host.length(), port, anyPort);
  }

  private @Nullable Host find(CharSequence text, int begin, int end, int port, boolean anyPort) {
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
    for (Host known = byLength[length]; known != null; known = known.next) {
      if (known.last == lastOf(text, to)
          && matches(known.name, text, from)
          && (anyPort || known.accepts(port))) {
        return known;
      }
    }
    return null;
  }

  /**
   * Setting this bit turns upper into lower case, and what else it mixes up the full comparison
   * tells apart.
   */
  private static int lastOf(CharSequence text, int end) {
    return text.charAt(end - 1) | 0x20;
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

  private static Host[] add(Host[] chains, HostFamily family, String name) {
    return add(chains, new Host(name, HostPort.NO_PORT, family));
  }

  /** Adds at the chain's end: a built-in host wins over the same host in the settings. */
  private static Host[] add(Host[] chains, Host host) {
    int length = host.name.length();
    Host[] grown = chains;
    if (length >= chains.length) {
      grown = new Host[length + 1];
      System.arraycopy(chains, 0, grown, 0, chains.length);
    }
    Host end = grown[length];
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

  /** Written only while {@link Hosts} is built. */
  private static final class Host {
    final String name;
    final int last;
    final HostFamily family;
    private final int port;
    @Nullable Host next;

    Host(String name, int port, HostFamily family) {
      this.name = name;
      this.last = lastOf(name, name.length());
      this.port = port;
      this.family = family;
    }

    /** A URL without a port means the default of its scheme, which is not known here. */
    boolean accepts(int asked) {
      return port == HostPort.NO_PORT
          || port == asked
          || (asked < 0 && (port == HTTPS_PORT || port == HTTP_PORT));
    }
  }
}
