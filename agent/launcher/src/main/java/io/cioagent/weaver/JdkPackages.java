package io.cioagent.weaver;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.Method;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Opens to the agent what it reads of the JDK's own objects: the shutdown hooks in {@code
 * java.lang}, what the wrappers of {@code java.util} wrap, and whether the JVM records an archive.
 */
final class JdkPackages {
  private static final String[] OPENED = {"java.lang", "java.util", "jdk.internal.misc"};

  private JdkPackages() {}

  /** A package that stays closed is not read. */
  static void open(Instrumentation instrumentation) {
    try {
      Class<?> moduleType = Class.forName("java.lang.Module");
      Method getModule = Class.class.getMethod("getModule");
      Set<Object> us = Collections.singleton(getModule.invoke(JdkPackages.class));
      Map<String, Set<Object>> opens = new HashMap<>();
      for (String each : OPENED) {
        opens.put(each, us);
      }
      Instrumentation.class
          .getMethod(
              "redefineModule", moduleType, Set.class, Map.class, Map.class, Set.class, Map.class)
          .invoke(
              instrumentation,
              getModule.invoke(Object.class),
              Collections.emptySet(),
              Collections.emptyMap(),
              opens,
              Collections.emptySet(),
              Collections.emptyMap());
    } catch (ReflectiveOperationException | RuntimeException e) {
      // Before Java 9 all is open.
    }
  }
}
