package io.cioagent.instrumentation;

import java.util.Set;
import java.util.function.Function;

/** Links adapters with each copy of a library that the application has loaded. */
public interface AdapterLinker {

  /**
   * Prepares one kind of adapter; each is made when the first object of its copy comes.
   *
   * @param adapter here only its name counts
   * @param libraryClasses names of classes that tell the library's class loader from that of the
   *     application's own subclasses
   * @return finds the adapter for an object of the library, null where it could not be made, which
   *     has been told then; safe for any thread
   */
  Function<Object, Adapter> link(Class<? extends Adapter> adapter, Set<String> libraryClasses);
}
