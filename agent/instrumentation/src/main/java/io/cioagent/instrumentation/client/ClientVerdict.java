package io.cioagent.instrumentation.client;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What was found in one class: its client methods, and why others are none. */
final class ClientVerdict {
  private final @Nullable String refusal;
  private final Set<String> missing;
  private final List<ClientMatch> matches = new ArrayList<>();
  private final List<String> nearMisses = new ArrayList<>();

  /**
   * Nothing is found yet.
   *
   * @param refusal why no method counts by its name alone, null where it may
   * @param configured the names of the methods that the settings name
   */
  ClientVerdict(@Nullable String refusal, Collection<String> configured) {
    this.refusal = refusal;
    this.missing = new TreeSet<>(configured);
  }

  void found(ClientMatch match) {
    missing.remove(match.method.name());
    matches.add(match);
  }

  /** A method of a client's name that does not count, for {@code reason}. */
  void missed(String name, String reason) {
    nearMisses.add(name + " (" + reason + ")");
  }

  List<ClientMatch> matches() {
    return matches;
  }

  /** Methods that are configured and not there. */
  Set<String> missing() {
    return missing;
  }

  List<String> nearMisses() {
    return nearMisses;
  }

  /** Why there are no client methods, in a sentence; null where there are some. */
  @Nullable String whyNone() {
    if (!matches.isEmpty()) {
      return null;
    }
    if (!missing.isEmpty()) {
      return "it declares no method " + String.join(", ", missing) + " with a body";
    }
    if (refusal != null) {
      return refusal;
    }
    return nearMisses.isEmpty()
        ? "it declares no method with a known client method name"
        : "these methods do not count: " + String.join(", ", nearMisses);
  }
}
