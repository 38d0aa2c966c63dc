package io.cioagent.instrumentation;

import io.cioagent.instrumentation.classfile.ClassDescription;
import io.cioagent.instrumentation.classfile.ClassFile;
import io.cioagent.instrumentation.classfile.MethodDescription;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import net.bytebuddy.dynamic.ClassFileLocator;

/** A class of the running JDK or of the tests, read from its class file as the weaver does. */
public final class PlatformClass {
  private PlatformClass() {}

  public static boolean exists(String name) {
    try (InputStream in =
        ClassLoader.getSystemResourceAsStream(name.replace('.', '/') + ".class")) {
      return in != null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static ClassDescription named(String name) {
    try {
      return read(ClassFileLocator.ForClassLoader.ofSystemLoader().locate(name).resolve());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static ClassDescription of(Class<?> type) {
    return named(type.getName());
  }

  public static ClassDescription read(byte[] classFile) {
    return new ClassDescription(ClassLoader.getSystemClassLoader(), new ClassFile(classFile));
  }

  /** The methods that each pointcut stands for, in the order of the pointcuts; each name once. */
  public static List<List<String>> wovenMethods(Instrumentation instrumentation, String name) {
    ClassDescription type = named(name);
    return instrumentation.pointcuts(type).stream()
        .map(
            pointcut ->
                type.methods().stream()
                    .filter(pointcut.methods()::matches)
                    .map(MethodDescription::name)
                    .distinct()
                    .collect(Collectors.toList()))
        .collect(Collectors.toList());
  }

  public static boolean hasField(String type, String field) {
    return named(type).declaredField(field) != null;
  }
}
