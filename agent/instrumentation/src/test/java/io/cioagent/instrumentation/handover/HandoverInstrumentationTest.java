package io.cioagent.instrumentation.handover;

import static java.util.Collections.singletonList;
import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.instrumentation.Ended;
import io.cioagent.instrumentation.PlatformClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the classes of the running JDK: one that renames something fails the build. */
class HandoverInstrumentationTest {
  private static final String PACKAGE = "java.util.concurrent.";

  private final HandoverInstrumentation instrumentation =
      new HandoverInstrumentation(Ended.observer(new Ended()));

  @ParameterizedTest
  @ValueSource(
      strings = {"FutureTask", "CompletableFuture$AsyncSupply", "CompletableFuture$AsyncRun"})
  void tasks(String name) {
    assertThat(PlatformClass.wovenMethods(instrumentation, PACKAGE + name))
        .containsExactly(singletonList("<init>"), singletonList("run"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UniApply", "UniAccept", "UniRun", "UniCompose", "BiApply", "OrApply"})
  void callbacks(String name) {
    assertThat(PlatformClass.wovenMethods(instrumentation, PACKAGE + "CompletableFuture$" + name))
        .containsExactly(singletonList("<init>"), singletonList("tryFire"));
  }
}
