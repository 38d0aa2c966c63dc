package io.cioagent.weaver;

import io.cioagent.instrumentation.Pointcut;
import io.cioagent.instrumentation.classfile.ClassDescription;
import io.cioagent.instrumentation.unsupported.UnsupportedLibrary;
import java.security.ProtectionDomain;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reports which libraries are fully observed, and warns about those that are not. */
final class ObservedLibraries {
  private static final Logger LOGGER = LoggerFactory.getLogger(ObservedLibraries.class);

  private final LibraryStates states;
  private final Set<String> warnedOf = ConcurrentHashMap.newKeySet();
  private final Set<String> switchedOffFor = ConcurrentHashMap.newKeySet();

  /**
   * @param logLines whether libraries are woven for log lines too
   */
  ObservedLibraries(boolean logLines) {
    states = new LibraryStates(logLines);
  }

  Map<String, String> states() {
    return states.get();
  }

  /** A library that is not observed is used. */
  void unsupported(@Nullable ClassLoader loader, UnsupportedLibrary library) {
    states.addUnsupported(loader, library.label());
    if (warnedOf.add(library.className())) {
      LOGGER.info(library.description());
    }
  }

  /** A class of a library has all required methods and is woven. */
  void woven(@Nullable ClassLoader loader, String className) {
    Library library = Library.of(className);
    if (library != null) {
      states.add(loader, library, LibraryStates.State.ACTIVE);
    }
  }

  /**
   * The agent's code for a class of a library is not called any more.
   *
   * @param libraryClasses names of woven classes of the library, if the class itself is not woven
   */
  void switchedOff(Class<?> ofLibrary, Set<String> libraryClasses, Throwable lastFailure) {
    Library library = Library.of(ofLibrary.getName());
    Iterator<String> others = libraryClasses.iterator();
    while (library == null && others.hasNext()) {
      library = Library.of(others.next());
    }
    switchedOff(ofLibrary.getClassLoader(), library, ofLibrary.getName(), lastFailure);
  }

  /**
   * The same for code that serves the classes of all class loaders.
   *
   * @param className a class that calls it, of a library or a client
   */
  void switchedOff(String className, Throwable lastFailure) {
    switchedOff(null, Library.of(className), className, lastFailure);
  }

  private void switchedOff(
      @Nullable ClassLoader loader,
      @Nullable Library library,
      String className,
      Throwable lastFailure) {
    if (library != null) {
      states.add(loader, library, LibraryStates.State.FAILED);
    }
    if (switchedOffFor.add(className)) {
      LOGGER.warn(
          "{}{}: class {} is no longer observed: the agent's code for it failed {} times in a row,"
              + " the last time with {}. The application is not affected. See \"The agent's code for"
              + " a class is switched off\" in docs/troubleshooting.md.",
          library == null ? "Client" : "Library ",
          library == null ? "" : library.label(),
          className,
          CircuitBreaker.MOST_FAILURES,
          // The message may quote what the application passed.
          lastFailure.getClass().getName());
    }
  }

  /**
   * Whether a class of a library has all methods that the agent requires. If one is missing, none
   * of the others is woven: the pointcuts of a class report the start, the progress and the end of
   * the same requests. A request that is seen to start and not to end would keep its operation
   * open, and one whose failure is not seen would count as a success.
   *
   * @param domain of the class, null for classes of the JDK; leads to the library's version
   */
  boolean isAsExpected(
      @Nullable ClassLoader loader,
      ClassDescription type,
      List<Pointcut> pointcuts,
      @Nullable ProtectionDomain domain) {
    Set<String> missing = Pointcut.missing(pointcuts, type);
    if (missing.isEmpty()) {
      return true;
    }
    String className = type.name();
    Library library = Library.of(className);
    if (library != null) {
      states.add(loader, library, LibraryStates.State.PARTIAL);
    }
    if (warnedOf.add(className)) {
      LOGGER.warn(
          "Library {}, {}: class {} is not observed: {}. Calls through this class are not counted."
              + " Use a version listed in docs/observed.md, or a newer agent; see \"A library is"
              + " partially observed\" in docs/troubleshooting.md.",
          library == null ? "unknown" : library.label(),
          library != null && library.isOfJdk()
              ? "version " + System.getProperty("java.version") + " of Java"
              : LoadedVersion.of(domain),
          className,
          lacks(missing));
    }
    return false;
  }

  /** Why a class is not woven. */
  static String lacks(Set<String> missing) {
    return "it lacks " + String.join(" and ", missing) + ", which the agent requires";
  }
}
