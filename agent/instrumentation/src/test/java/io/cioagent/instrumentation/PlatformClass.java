package io.cioagent.instrumentation;

import java.util.List;
import java.util.stream.Collectors;
import net.bytebuddy.description.field.FieldDescription;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.pool.TypePool;

/** A class of the running JDK, read from its class file as the weaver does; never loaded. */
public final class PlatformClass {
  private static final TypePool POOL =
      TypePool.Default.of(ClassFileLocator.ForClassLoader.ofPlatformLoader());

  private PlatformClass() {}

  public static boolean exists(String name) {
    return POOL.describe(name).isResolved();
  }

  public static TypeDescription named(String name) {
    return POOL.describe(name).resolve();
  }

  /** The methods that each pointcut stands for, in the order of the pointcuts; each name once. */
  public static List<List<String>> wovenMethods(Instrumentation instrumentation, String name) {
    TypeDescription type = named(name);
    return instrumentation.pointcuts(type).stream()
        .map(
            pointcut ->
                type.getDeclaredMethods().stream()
                    .filter(pointcut.methods()::matches)
                    .map(MethodDescription::getInternalName)
                    .distinct()
                    .collect(Collectors.toList()))
        .collect(Collectors.toList());
  }

  public static List<String> fields(String name) {
    return named(name).getDeclaredFields().stream()
        .map(FieldDescription::getName)
        .collect(Collectors.toList());
  }
}
