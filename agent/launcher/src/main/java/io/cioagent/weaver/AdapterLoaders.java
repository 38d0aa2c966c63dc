package io.cioagent.weaver;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import io.cioagent.instrumentation.AdapterLinker;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The one {@link AdapterLoader} of each class loader that has observed libraries. Both are held
 * weakly: the {@code ClassValue}s of the woven classes keep it alive.
 */
final class AdapterLoaders implements AdapterLinker {
  private final Observer observer;
  private final LinkedAdapters.SwitchOffListener switchedOff;
  private final Map<ClassLoader, WeakReference<AdapterLoader>> loaders = new WeakHashMap<>();

  /**
   * @param switchedOff learns of adapters that fail
   */
  AdapterLoaders(Observer observer, LinkedAdapters.SwitchOffListener switchedOff) {
    this.observer = observer;
    this.switchedOff = switchedOff;
  }

  @Override
  public LinkedAdapters link(Class<? extends Adapter> adapter, Set<String> libraryClasses) {
    return new LinkedAdapters(adapter, libraryClasses, this, observer, switchedOff);
  }

  /** Null stands for the bootstrap loader. */
  synchronized AdapterLoader of(@Nullable ClassLoader library) {
    WeakReference<AdapterLoader> known = loaders.get(library);
    AdapterLoader loader = known == null ? null : known.get();
    if (loader == null) {
      loader = new AdapterLoader(library);
      loaders.put(library, new WeakReference<>(loader));
    }
    return loader;
  }
}
