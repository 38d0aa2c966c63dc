package io.cioagent.weaver;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Which libraries are observed. A library is present as long as a class loader with its classes
 * exists; after that, it is absent again.
 */
final class LibraryStates {

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

  /** The state of each library by its name, the same names at all times. */
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
    return all;
  }

  private static State outweighing(State one, State other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
