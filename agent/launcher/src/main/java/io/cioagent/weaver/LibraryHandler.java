package io.cioagent.weaver;

import io.cioagent.bridge.Handler;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import java.util.Set;

/**
 * Serves one woven place in all copies of a library: hands each call to the adapter that is linked
 * with the caller's copy. The adapters hang on the library's own classes and end with them.
 */
final class LibraryHandler implements Handler {
  /** An adapter that could not be made; said once for each class and then never tried again. */
  private static final Object BROKEN = new Object();

  private final String adapterName;
  private final Set<String> wovenClasses;
  private final AdapterLoaders loaders;
  private final Observer observer;

  private final ClassValue<Object> adapters =
      new ClassValue<Object>() {
        @Override
        protected Object computeValue(Class<?> type) {
          try {
            return loaders.of(loaderOfLibrary(type)).make(adapterName, observer);
          } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
            failed(e);
            return BROKEN;
          }
        }
      };

  /**
   * @param wovenClasses the names of the library's woven classes
   */
  LibraryHandler(
      Class<? extends Adapter> adapter,
      Set<String> wovenClasses,
      AdapterLoaders loaders,
      Observer observer) {
    this.adapterName = adapter.getName();
    this.wovenClasses = wovenClasses;
    this.loaders = loaders;
    this.observer = observer;
  }

  /** What an adapter's scope goes back to. */
  private static final class Entered {
    final Handler adapter;
    final Object scope;

    Entered(Handler adapter, Object scope) {
      this.adapter = adapter;
      this.scope = scope;
    }
  }

  @Override
  public Object enter(Object first, Object second, Object third) {
    Object adapter = adapters.get(first.getClass());
    if (adapter == BROKEN) {
      return null;
    }
    Handler handler = (Handler) adapter;
    Object scope = handler.enter(first, second, third);
    return scope == null ? null : new Entered(handler, scope);
  }

  @Override
  public void exit(Object scope, Object result, Throwable thrown) {
    Entered entered = (Entered) scope;
    entered.adapter.exit(entered.scope, result, thrown);
  }

  @Override
  public void failed(Throwable failure) {
    int end = adapterName.lastIndexOf('.');
    observer.failed(adapterName.substring(adapterName.lastIndexOf('.', end - 1) + 1, end), failure);
  }

  /** The application's subclass of a library's class may stand in a loader below the library's. */
  private ClassLoader loaderOfLibrary(Class<?> type) {
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      if (wovenClasses.contains(each.getName())) {
        return each.getClassLoader();
      }
    }
    return type.getClassLoader();
  }
}
