package io.cioagent.weaver;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Which libraries are observed. A library is present as long as a class loader with its classes
 * exists; after that, it is absent again.
 */
final class LibraryStates {

  private static final String UNSUPPORTED = "unsupported";

  /** If several copies of a library are loaded, the later constant wins. */
  enum State {
    /** None of its woven classes is loaded. */
    ABSENT,
    /** All loaded classes of the library are woven. */
    ACTIVE,
    /** A loaded class lacks a required method and is not woven. */
    PARTIAL,
    /** The agent's code for a loaded class failed repeatedly and is switched off. */
    FAILED;

    private final String label = name().toLowerCase(Locale.ROOT);
  }

  /** Null stands for the bootstrap loader. */
  private final Map<ClassLoader, Map<Library, State>> states = new WeakHashMap<>();

  /** The libraries that are not observed, by their labels. */
  private final Map<ClassLoader, Set<String>> unsupported = new WeakHashMap<>();

  private final boolean logLines;

  /**
   * @param logLines whether to include libraries that are woven for log lines
   */
  LibraryStates(boolean logLines) {
    this.logLines = logLines;
  }

  synchronized void add(@Nullable ClassLoader loader, Library library, State state) {
    states
        .computeIfAbsent(loader, seen -> new EnumMap<>(Library.class))
        .merge(library, state, LibraryStates::outweighing);
  }

  /** A library that the agent knows and does not observe. */
  synchronized void addUnsupported(@Nullable ClassLoader loader, String label) {
    unsupported.computeIfAbsent(loader, seen -> new TreeSet<>()).add(label);
  }

  /** The state of each library by its name; of those that are not observed, only if present. */
  synchronized Map<String, String> get() {
    Map<String, String> all = new LinkedHashMap<>();
    for (Library library : Library.values()) {
      if (logLines || !library.isForLogLines()) {
        State state = State.ABSENT;
        for (Map<Library, State> each : states.values()) {
          state = outweighing(state, each.getOrDefault(library, State.ABSENT));
        }
        all.put(library.label(), state.label);
      }
    }
    for (Set<String> labels : unsupported.values()) {
      for (String label : labels) {
        all.put(label, UNSUPPORTED);
      }
    }
    return all;
  }

  private static State outweighing(State one, State other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
