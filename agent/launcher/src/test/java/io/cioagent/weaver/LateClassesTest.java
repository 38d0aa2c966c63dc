package io.cioagent.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.core.config.SettingsReader;
import io.cioagent.core.observe.Recorder;
import io.cioagent.instrumentation.Mark;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadPoolExecutor;
import org.junit.jupiter.api.Test;

class LateClassesTest {
  private final Recorder recorder = new Recorder();
  private final Map<String, String> instrumentations = new HashMap<>();
  private final List<List<Class<?>>> retransformed = new ArrayList<>();

  private void weave(Class<?> unverifiable) {
    for (Class<?> each : new Class<?>[] {FutureTask.class, ThreadPoolExecutor.class}) {
      instrumentations.put(Mark.AFTER_CLIENT + each.getName().replace('.', '/'), "handover");
    }
    Weaver weaver =
        new Weaver(instrumentations, SettingsReader.read(null, null, null), recorder.observer());
    new LateClasses(weaver, instrumentations, jvm(unverifiable)).run();
  }

  private Instrumentation jvm(Class<?> unverifiable) {
    return (Instrumentation)
        Proxy.newProxyInstance(
            Instrumentation.class.getClassLoader(),
            new Class<?>[] {Instrumentation.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("getAllLoadedClasses")) {
                return new Class<?>[] {String.class, FutureTask.class, ThreadPoolExecutor.class};
              }
              if (method.getName().equals("retransformClasses")) {
                List<Class<?>> classes = Arrays.asList((Class<?>[]) arguments[0]);
                retransformed.add(classes);
                if (classes.contains(unverifiable)) {
                  throw new VerifyError(unverifiable.getName());
                }
              }
              return null;
            });
  }

  @Test
  void classesAreRetransformedAtOnce() {
    weave(String.class);
    assertThat(retransformed)
        .containsExactly(Arrays.asList(FutureTask.class, ThreadPoolExecutor.class));
    assertThat(recorder.failures).isEmpty();
  }

  @Test
  void oneThatCannotBeWovenLeavesTheOthers() {
    weave(FutureTask.class);
    assertThat(retransformed)
        .containsExactly(
            Arrays.asList(FutureTask.class, ThreadPoolExecutor.class),
            Arrays.asList(FutureTask.class),
            Arrays.asList(ThreadPoolExecutor.class));
    assertThat(recorder.failures).hasSize(1);
  }
}
