package io.cioagent.weaver;

import io.cioagent.bridge.Handler;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import io.cioagent.instrumentation.PackageName;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One kind of adapter in all copies of a library. The library's own classes hold the adapters,
 * which are unloaded with them.
 */
final class LinkedAdapters implements Function<Object, Adapter> {
  /** An adapter that could not be created; reported once for each class and not tried again. */
  private static final Object BROKEN = new Object();

  private final Class<? extends Adapter> adapter;
  private final Set<String> libraryClasses;
  private final AdapterLoaders loaders;
  private final Observer observer;
  private final SwitchOffListener switchedOff;

  private final ClassValue<Object> adapters =
      new ClassValue<Object>() {
        @Override
        protected Object computeValue(Class<?> type) {
          try {
            Class<?> ofLibrary = classOfLibrary(type);
            ClassLoader loader = ofLibrary.getClassLoader();
            Adapter made = loaders.of(loader).make(adapter.getName(), observer);
            return new Linked(
                made, failure -> switchedOff.switchedOff(ofLibrary, libraryClasses, failure));
          } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
            failed(e);
            return BROKEN;
          }
        }
      };

  /**
   * @param libraryClasses names of classes that distinguish the library's class loader from that of
   *     the application's own subclasses
   */
  LinkedAdapters(
      Class<? extends Adapter> adapter,
      Set<String> libraryClasses,
      AdapterLoaders loaders,
      Observer observer,
      SwitchOffListener switchedOff) {
    this.switchedOff = switchedOff;
    this.adapter = adapter;
    this.libraryClasses = libraryClasses;
    this.loaders = loaders;
    this.observer = observer;
  }

  /** Learns that an adapter is not called any more. */
  interface SwitchOffListener {
    /**
     * It failed too often.
     *
     * @param ofLibrary the class whose objects the adapter was called with
     * @param libraryClasses names of classes of the same library
     */
    void switchedOff(Class<?> ofLibrary, Set<String> libraryClasses, Throwable lastFailure);
  }

  /** An adapter, and its place in woven code. */
  private static final class Linked {
    final Adapter adapter;
    final CircuitBreaker breaker;

    Linked(Adapter adapter, Consumer<Throwable> opened) {
      this.adapter = adapter;
      breaker = new CircuitBreaker(adapter, opened);
    }
  }

  /** As {@link #apply}, for woven code: it is switched off when it fails too often. */
  @Nullable Handler handlerFor(Object libraryObject) {
    Object linked = adapters.get(libraryObject.getClass());
    return linked == BROKEN ? null : ((Linked) linked).breaker;
  }

  /** The adapter of the object's own copy of the library, null if it could not be made. */
  @Override
  public @Nullable Adapter apply(Object libraryObject) {
    return of(libraryObject.getClass());
  }

  /** As {@link #apply} for a class of the library. */
  @Nullable Adapter of(Class<?> libraryClass) {
    Object linked = adapters.get(libraryClass);
    return linked == BROKEN ? null : ((Linked) linked).adapter;
  }

  /** An adapter's code failed; counted under the name of its package. */
  void failed(Throwable failure) {
    observer.failed(PackageName.lastPartOf(adapter), failure);
  }

  /**
   * The application's subclass of a library's class may belong to a child loader of the library's.
   */
  private Class<?> classOfLibrary(Class<?> type) {
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      if (libraryClasses.contains(each.getName())) {
        return each;
      }
    }
    return type;
  }
}
