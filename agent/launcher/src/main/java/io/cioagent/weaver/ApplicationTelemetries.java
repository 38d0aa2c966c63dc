package io.cioagent.weaver;

import io.cioagent.core.tracing.ApplicationTelemetry;
import io.cioagent.instrumentation.Adapter;
import java.lang.ref.WeakReference;
import java.util.Collections;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Notices the copies of OpenTelemetry's API that the application loads, and finds the first that
 * the application has configured. Holds none of them.
 */
final class ApplicationTelemetries {
  private final AdapterLoaders loaders;
  private final Queue<Copy> copies = new ConcurrentLinkedQueue<>();

  ApplicationTelemetries(AdapterLoaders loaders) {
    this.loaders = loaders;
  }

  private static final class Copy {
    final WeakReference<ClassLoader> loader;
    final String className;
    final LinkedAdapters adapters;

    Copy(@Nullable ClassLoader loader, String className, LinkedAdapters adapters) {
      this.loader = new WeakReference<>(loader);
      this.className = className;
      this.adapters = adapters;
    }
  }

  /**
   * The application loads a copy.
   *
   * @param adapter here only its name counts
   */
  void noticed(@Nullable ClassLoader loader, String className, Class<? extends Adapter> adapter) {
    copies.removeIf(copy -> copy.loader.get() == null);
    copies.add(
        new Copy(loader, className, loaders.link(adapter, Collections.singleton(className))));
  }

  /** Null while there is none. */
  @Nullable ApplicationTelemetry configured() {
    for (Copy copy : copies) {
      ApplicationTelemetry found = telemetry(copy);
      if (found != null && found.isConfigured()) {
        return found;
      }
    }
    return null;
  }

  private static @Nullable ApplicationTelemetry telemetry(Copy copy) {
    ClassLoader loader = copy.loader.get();
    if (loader == null) {
      return null;
    }
    try {
      return (ApplicationTelemetry) copy.adapters.of(Class.forName(copy.className, false, loader));
    } catch (ClassNotFoundException | LinkageError e) {
      copy.adapters.failed(e);
      return null;
    }
  }
}
