package io.cioagent.instrumentation;

import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Links adapters with each copy of a library that the application has loaded. */
public interface AdapterLinker {

  /**
   * Prepares one kind of adapter; each is created with the first object of its copy.
   *
   * @param adapter here only its name counts
   * @param libraryClasses names of classes that distinguish the library's class loader from that of
   *     the application's own subclasses
   * @return finds the adapter for an object of the library, null where it could not be created,
   *     which has been reported; safe for use by multiple threads
   */
  Function<Object, @Nullable Adapter> link(
      Class<? extends Adapter> adapter, Set<String> libraryClasses);
}
