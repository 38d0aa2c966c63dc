package io.cioagent.weaver;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** Where the agent's own code may fail: the weaver, and each package of the instrumentation. */
final class Places {
  static final String WEAVER = "weaver";

  /**
   * Packages whose instrumentation the list of woven classes does not name: those of clients and of
   * what clients return, and one whose classes another package weaves too.
   */
  private static final String[] NOT_LISTED = {
    "asynchttpclient", "client", "reactor", "rxjava2", "rxjava3", "scala"
  };

  private Places() {}

  /**
   * The package of a class, by name. {@link Class#getPackage} is null on Java 8 where the class
   * loader defines no packages, and for the bridge on every version.
   */
  static String packageOf(Class<?> type) {
    String name = type.getName();
    return name.substring(0, name.lastIndexOf('.'));
  }

  /**
   * All of them.
   *
   * @param instrumentations the class names of the instrumentations of libraries
   */
  static Set<String> of(Collection<String> instrumentations) {
    Set<String> places = new TreeSet<>(Arrays.asList(NOT_LISTED));
    places.add(WEAVER);
    for (String name : instrumentations) {
      int end = name.lastIndexOf('.');
      places.add(name.substring(name.lastIndexOf('.', end - 1) + 1, end));
    }
    return places;
  }
}
