package io.cioagent.instrumentation.handover;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.core.observe.Recorder;
import io.cioagent.instrumentation.PlatformClass;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the classes of the running JDK: one that renames something fails the build. */
class HandoverInstrumentationTest {
  private static final String PACKAGE = "java.util.concurrent.";

  private final HandoverInstrumentation instrumentation =
      new HandoverInstrumentation(new Recorder().observer());

  @ParameterizedTest
  @ValueSource(strings = {"CompletableFuture$AsyncSupply", "CompletableFuture$AsyncRun"})
  void tasks(String name) {
    assertThat(woven(PACKAGE + name)).containsExactly("<init>", "run");
  }

  @Test
  void futureTask() {
    assertThat(woven(PACKAGE + "FutureTask")).containsExactly("<init>", "run", "finishCompletion");
  }

  @Test
  void executors() {
    assertThat(woven(PACKAGE + "AbstractExecutorService")).containsExactly("submit");
    assertThat(woven(PACKAGE + "ThreadPoolExecutor"))
        .containsExactly(
            "<init>", "execute", "beforeExecute", "getTask", "reject", "remove", "drainQueue");
    assertThat(woven(PACKAGE + "ThreadPoolExecutor$Worker")).containsExactly("run");
    assertThat(woven(PACKAGE + "ScheduledThreadPoolExecutor")).containsExactly("delayedExecute");
  }

  @Test
  void forkJoin() {
    assertThat(woven(PACKAGE + "ForkJoinTask")).containsExactly("doExec", "fork", "tryUnfork");
    assertThat(woven(PACKAGE + "ForkJoinPool")).contains("execute", "submit", "invoke");
  }

  @ParameterizedTest
  @ValueSource(strings = {"AdaptedRunnable", "AdaptedCallable", "RunnableExecuteAction"})
  void forkJoinAdapters(String name) {
    assertThat(woven(PACKAGE + "ForkJoinTask$" + name)).containsExactly("<init>");
  }

  @Test
  void threads() {
    assertThat(woven("java.lang.Thread")).contains("start", "exit");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UniApply", "UniAccept", "UniRun", "UniCompose", "BiApply", "OrApply"})
  void callbacks(String name) {
    assertThat(woven(PACKAGE + "CompletableFuture$" + name)).containsExactly("<init>", "tryFire");
  }

  private List<String> woven(String name) {
    return PlatformClass.wovenMethods(instrumentation, name).stream()
        .flatMap(List::stream)
        .collect(Collectors.toList());
  }
}
