package io.cioagent.core.config;

import io.cioagent.core.operation.HostPort;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the value of {@code hosts}. */
final class HostList {
  private static final String SCHEME_END = "://";

  private final RawValue raw;
  private final Warnings warnings;
  private final List<String> hosts = new ArrayList<>();

  private HostList(RawValue raw, Warnings warnings) {
    this.raw = raw;
    this.warnings = warnings;
  }

  /** The valid hosts; adds one warning for each entry that is not in the expected form. */
  static List<String> parse(@Nullable RawValue raw, Warnings warnings) {
    if (raw == null) {
      return Collections.emptyList();
    }
    HostList list = new HostList(raw, warnings);
    String text = raw.value;
    int from = 0;
    while (from <= text.length()) {
      int comma = text.indexOf(',', from);
      int to = comma < 0 ? text.length() : comma;
      list.add(text.substring(from, to).trim());
      from = to + 1;
    }
    return list.hosts;
  }

  private void add(String entry) {
    if (entry.isEmpty()) {
      return;
    }
    HostPort host = HostPort.parse(entry);
    if (host != null) {
      hosts.add(host.toString());
      return;
    }
    RawValue piece = raw.part(entry);
    HostPort inUrl = HostPort.parse(authority(entry));
    if (inUrl != null) {
      hosts.add(inUrl.toString());
      warnings.invalid(
          piece, "host or host:port but a URL", inUrl + "; write " + raw.key + "=" + inUrl);
    } else if (entry.indexOf('*') >= 0) {
      warnings.about(piece, "is ignored: wildcards are not supported; list each host");
    } else {
      warnings.about(piece, "is ignored: it is not host or host:port");
    }
  }

  /** The part of a URL between scheme, credentials and path. */
  private static String authority(String url) {
    int scheme = url.indexOf(SCHEME_END);
    int from = scheme < 0 ? 0 : scheme + SCHEME_END.length();
    int to = from;
    while (to < url.length() && "/?#".indexOf(url.charAt(to)) < 0) {
      to++;
    }
    int at = url.lastIndexOf('@', to);
    return url.substring(at < from ? from : at + 1, to);
  }
}
