package io.cioagent.weaver;

import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * The one {@link AdapterLoader} of each class loader that has observed libraries. Held weakly on
 * both sides: what keeps it alive are the {@code ClassValue}s of the woven classes.
 */
final class AdapterLoaders {
  private final Map<ClassLoader, WeakReference<AdapterLoader>> loaders = new WeakHashMap<>();

  /** Null stands for the bootstrap loader. */
  synchronized AdapterLoader of(ClassLoader library) {
    WeakReference<AdapterLoader> known = loaders.get(library);
    AdapterLoader loader = known == null ? null : known.get();
    if (loader == null) {
      loader = new AdapterLoader(library);
      loaders.put(library, new WeakReference<>(loader));
    }
    return loader;
  }
}
