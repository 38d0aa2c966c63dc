package io.cioagent.instrumentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.core.observe.Observer;
import io.cioagent.core.observe.Recorder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class LinkedAdaptersTest {

  /** The weaver creates them by name, when the first object of their library comes. */
  @Test
  void linkedAdaptersHavePublicConstructorWithoutParameters() throws Exception {
    Set<Class<? extends Adapter>> adapters = new LinkedHashSet<>();
    for (String name : instrumentations()) {
      Instrumentation instrumentation =
          Class.forName(name)
              .asSubclass(Instrumentation.class)
              .getConstructor(Observer.class)
              .newInstance(new Recorder().observer());
      if (instrumentation instanceof LibraryInstrumentation) {
        adapters.addAll(((LibraryInstrumentation) instrumentation).linkedAdapters());
      } else if (instrumentation instanceof TracerInstrumentation) {
        adapters.add(((TracerInstrumentation) instrumentation).adapter());
      } else if (instrumentation instanceof TelemetryInstrumentation) {
        adapters.add(((TelemetryInstrumentation) instrumentation).adapter());
      }
    }
    assertThat(adapters).hasSizeGreaterThan(80);
    for (Class<? extends Adapter> each : adapters) {
      assertThat(Modifier.isPublic(each.getModifiers())).as(each.getName()).isTrue();
      assertThat(each.getConstructors()).as(each.getName()).hasSize(1);
      assertThat(each.getConstructors()[0].getParameterCount()).as(each.getName()).isZero();
    }
  }

  private static Set<String> instrumentations() throws IOException {
    Set<String> names = new TreeSet<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                LinkedAdaptersTest.class.getResourceAsStream(
                    "/" + WovenClassesGenerator.WOVEN_CLASSES),
                StandardCharsets.UTF_8))) {
      lines
          .lines()
          .filter(line -> line.contains(" = "))
          .forEach(line -> names.add(line.substring(line.indexOf(" = ") + 3)));
    }
    return names;
  }
}
