package io.cioagent.weaver;

import java.lang.reflect.Field;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The application's shutdown hooks, including those that it registers later. The JDK has no API for
 * them, so they are read from its internal map; if that fails they are unknown.
 */
final class ShutdownHooks implements Supplier<Collection<Thread>> {
  private static final String OWNER = "java.lang.ApplicationShutdownHooks";
  private static final String FIELD = "hooks";

  @Override
  @SuppressWarnings("unchecked") // as the JDK declares it
  public Collection<Thread> get() {
    try {
      Field hooks = Class.forName(OWNER).getDeclaredField(FIELD);
      hooks.setAccessible(true);
      Map<Thread, Thread> all = (Map<Thread, Thread>) hooks.get(null);
      return all == null ? Collections.emptySet() : all.keySet();
    } catch (ReflectiveOperationException | RuntimeException e) {
      return Collections.emptySet();
    }
  }
}
