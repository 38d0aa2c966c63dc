package io.cioagent.weaver;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import io.cioagent.instrumentation.PackageName;
import java.util.Set;
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

  private final ClassValue<Object> adapters =
      new ClassValue<Object>() {
        @Override
        protected Object computeValue(Class<?> type) {
          try {
            return loaders.of(loaderOfLibrary(type)).make(adapter.getName(), observer);
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
      Observer observer) {
    this.adapter = adapter;
    this.libraryClasses = libraryClasses;
    this.loaders = loaders;
    this.observer = observer;
  }

  /** The adapter of the object's own copy of the library, null if it could not be made. */
  @Override
  public @Nullable Adapter apply(Object libraryObject) {
    return of(libraryObject.getClass());
  }

  /** As {@link #apply} for a class of the library. */
  @Nullable Adapter of(Class<?> libraryClass) {
    Object linked = adapters.get(libraryClass);
    return linked == BROKEN ? null : (Adapter) linked;
  }

  /** An adapter's code failed; counted under the name of its package. */
  void failed(Throwable failure) {
    observer.failed(PackageName.lastPartOf(adapter), failure);
  }

  /**
   * The application's subclass of a library's class may belong to a child loader of the library's.
   */
  private ClassLoader loaderOfLibrary(Class<?> type) {
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      if (libraryClasses.contains(each.getName())) {
        return each.getClassLoader();
      }
    }
    return type.getClassLoader();
  }
}
