package io.cioagent.launcher;

import java.lang.instrument.Instrumentation;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import jdk.internal.misc.Unsafe;

/** Calls what is new in Java 9. Loaded only there. */
final class ModularJdk implements JdkInternals {
  private static final String UNSAFE = "jdk.internal.misc";

  ModularJdk() {}

  @Override
  public void open(Instrumentation instrumentation, ClassLoader isolated, String... packages) {
    Set<Module> agent = Set.of(isolated.getUnnamedModule());
    Map<String, Set<Module>> opens = new HashMap<>();
    for (String each : packages) {
      opens.put(each, agent);
    }
    instrumentation.redefineModule(
        Object.class.getModule(),
        Set.of(),
        Map.of(UNSAFE, Set.of(ModularJdk.class.getModule())),
        opens,
        Set.of(),
        Map.of());
  }

  @Override
  public void define(String internalName, byte[] bytes) {
    Unsafe.getUnsafe().defineClass(internalName, bytes, 0, bytes.length, null, null);
  }
}
