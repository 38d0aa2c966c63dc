package io.cioagent.weaver;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Counts the classes that are woven now: each once, however often it is woven, and none whose class
 * loader is gone.
 */
final class WovenCount {
  /** Null stands for the bootstrap loader. */
  private final Map<ClassLoader, Set<String>> names = new WeakHashMap<>();

  synchronized void add(@Nullable ClassLoader loader, String name) {
    names.computeIfAbsent(loader, seen -> new HashSet<>()).add(name);
  }

  synchronized int get() {
    int count = 0;
    for (Set<String> each : names.values()) {
      count += each.size();
    }
    return count;
  }
}
