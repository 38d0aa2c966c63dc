package io.cioagent.it.brave;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.endpoint.Span;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import io.cioagent.it.library.LibraryRows;
import io.cioagent.it.library.LibraryVersion;
import io.cioagent.it.standin.Hosts;
import io.cioagent.it.watch.CommandResult;
import io.cioagent.it.watch.WatchedApplication;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Brave from 5.0 on, by itself. */
@ParameterizedClass(name = "{1} on {0}")
@MethodSource("rows")
class BraveIT extends WatchedApplication {

  @Parameter(1)
  private LibraryVersion row;

  static Stream<Arguments> rows() {
    return LibraryRows.lastOnEveryJdk(List.of(brave("5.0.0"), brave("5.18.1"), brave("6.3.0")));
  }

  static LibraryVersion brave(String version) {
    return LibraryVersion.of(
        "brave", version, "ClientsApp", Set.of(), "io.zipkin.brave:brave:" + version);
  }

  @Override
  protected RunningJvm start(Jvm jvm) {
    row.classPath().forEach(jvm::classPath);
    return jvm.agent().start(row.mainClass(), at(Hosts.TRACK, ""));
  }

  private CommandResult use(String method, String argument) {
    return watch().call("brave.BraveUses", method, argument);
  }

  @ParameterizedTest
  @ValueSource(strings = {"64", "128"})
  void operationIsAChildOfTheCurrentSpan(String bits) {
    Ancestry.assertBeneathAnswer(use("within", bits));
  }

  @Test
  void requestWithoutClientMethodIsAChildOfTheCurrentSpan() {
    CommandResult seen = use("bare", "5");
    Span operation = seen.operations("identify success").span();
    assertThat(seen.answer())
        .isEqualTo("= " + operation.traceId() + " " + operation.parentSpanId());
  }

  @Test
  void tracerWithCustomCurrentTraceContext() {
    Ancestry.assertBeneathAnswer(use("withOwnContext", "5"));
  }

  @Test
  void severalTracers() {
    Ancestry.assertBeneathAnswer(use("besideAnother", "5"));
  }

  @Test
  void unrecordedSpansAreOnlyCounted() {
    use("unsampled", "5").operations("identify success").spanCount(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"outside", "afterClose"})
  void operationWithoutCurrentSpanStartsATrace(String method) {
    List<Span> spans = use(method, "5").operations("identify success").spans(2);
    assertThat(spans.get(1).isRoot()).isTrue();
  }

  @Test
  void classLoaderOfATracerIsReleased() {
    watch()
        .call("Redeployment", "use", "brave.BraveUses", "withKept", "5")
        .answered("unloaded")
        .operations("identify success")
        .spanCount(2);
  }
}
