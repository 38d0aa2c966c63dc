package io.cioagent.instrumentation;

import io.cioagent.core.event.EarlyEvents;
import io.cioagent.core.observe.Observer;
import io.cioagent.core.operation.Hosts;
import io.cioagent.core.operation.Routes;
import io.cioagent.core.webhook.WebhookRules;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A step of the build, not a part of the agent: writes what start-up must know without loading any
 * instrumentation, from the compiled instrumentations.
 */
public final class WovenClassesGenerator {
  static final String WOVEN_CLASSES = "META-INF/customerio-agent/woven-classes";
  static final String ADAPTER_PACKAGES = "io/cioagent/instrumentation/adapter-packages";

  private WovenClassesGenerator() {}

  /**
   * Writes the resources.
   *
   * @param arguments the folder with the compiled classes, which also gets the resources
   */
  public static void main(String[] arguments) throws IOException, ReflectiveOperationException {
    Path folder = Paths.get(arguments[0]);
    List<Class<?>> classes = classes(folder);
    write(folder.resolve(WOVEN_CLASSES), wovenClasses(instrumentations(classes)));
    write(folder.resolve(ADAPTER_PACKAGES), adapterPackages(classes));
  }

  private static void write(Path file, List<String> lines) throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, lines);
  }

  /** All classes in the package of an instrumentation. */
  private static List<Class<?>> classes(Path folder) throws IOException, ClassNotFoundException {
    Path parent = folder.resolve(PackageName.of(Instrumentation.class).replace('.', '/'));
    List<String> names;
    try (Stream<Path> files = Files.walk(parent)) {
      names =
          files
              .filter(file -> file.toString().endsWith(".class"))
              .filter(file -> !parent.equals(file.getParent()))
              .map(file -> folder.relativize(file).toString())
              .map(name -> name.substring(0, name.lastIndexOf('.')).replaceAll("[/\\\\]", "."))
              .sorted()
              .collect(Collectors.toList());
    }
    List<Class<?>> classes = new ArrayList<>();
    for (String name : names) {
      classes.add(Class.forName(name, false, WovenClassesGenerator.class.getClassLoader()));
    }
    return classes;
  }

  /** Those that start-up can create. */
  private static List<Instrumentation> instrumentations(List<Class<?>> classes)
      throws ReflectiveOperationException {
    Hosts hosts = new Hosts(Collections.emptyList());
    Observer observer = new Observer(hosts, Routes.load(), new EarlyEvents(), WebhookRules.DEFAULT);
    List<Instrumentation> instrumentations = new ArrayList<>();
    for (Class<?> each : classes) {
      if (Instrumentation.class.isAssignableFrom(each)
          && !Modifier.isAbstract(each.getModifiers())) {
        for (Constructor<?> constructor : each.getConstructors()) {
          if (constructor.getParameterCount() == 1) {
            instrumentations.add((Instrumentation) constructor.newInstance(observer));
          }
        }
      }
    }
    return instrumentations;
  }

  /** Lines of "class = instrumentation". Each class has one, whatever its mark. */
  static List<String> wovenClasses(List<Instrumentation> instrumentations) {
    Map<String, String> lines = new TreeMap<>();
    for (Instrumentation each : instrumentations) {
      for (String listed : each.listedClasses()) {
        String line = listed + " = " + each.getClass().getName();
        String other = lines.put(Mark.without(listed), line);
        if (other != null) {
          throw new IllegalStateException("One class, two lines: " + other + "; " + line);
        }
      }
    }
    List<String> text = new ArrayList<>(lines.values());
    text.add(0, "# Generated; do not edit");
    return text;
  }

  /** The last part of the name of each package that has adapters. */
  private static List<String> adapterPackages(List<Class<?>> classes) {
    Set<String> names = new TreeSet<>();
    for (Class<?> each : classes) {
      if (Adapter.class.isAssignableFrom(each)) {
        names.add(PackageName.lastPartOf(each));
      }
    }
    return new ArrayList<>(names);
  }
}
