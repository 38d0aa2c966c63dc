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

    /** Where only OpenTelemetry's Java agent puts it. */
    final boolean onBootstrapLoader;

    final String className;
    final LinkedAdapters adapters;

    Copy(@Nullable ClassLoader loader, String className, LinkedAdapters adapters) {
      this.loader = new WeakReference<>(loader);
      this.onBootstrapLoader = loader == null;
      this.className = className;
      this.adapters = adapters;
    }

    boolean isGone() {
      return !onBootstrapLoader && loader.get() == null;
    }
  }

  /**
   * The application loads a copy.
   *
   * @param adapter here only its name counts
   */
  void noticed(@Nullable ClassLoader loader, String className, Class<? extends Adapter> adapter) {
    copies.removeIf(Copy::isGone);
    copies.add(
        new Copy(loader, className, loaders.link(adapter, Collections.singleton(className))));
  }

  /** The application's own copy comes before another agent's; null while there is none. */
  @Nullable ApplicationTelemetry configured() {
    ApplicationTelemetry ofAgent = null;
    for (Copy copy : copies) {
      ApplicationTelemetry found = telemetry(copy);
      if (found != null && found.isConfigured()) {
        if (!copy.onBootstrapLoader) {
          return found;
        }
        ofAgent = found;
      }
    }
    return ofAgent;
  }

  private static @Nullable ApplicationTelemetry telemetry(Copy copy) {
    ClassLoader loader = copy.loader.get();
    if (loader == null && !copy.onBootstrapLoader) {
      return null;
    }
    try {
      // The bootstrap loader is null here as well.
      return (ApplicationTelemetry) copy.adapters.of(Class.forName(copy.className, false, loader));
    } catch (ClassNotFoundException | LinkageError e) {
      copy.adapters.failed(e);
      return null;
    }
  }
}
