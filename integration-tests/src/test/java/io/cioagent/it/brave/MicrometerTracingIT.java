package io.cioagent.it.brave;

import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import io.cioagent.it.library.LibraryRows;
import io.cioagent.it.library.LibraryVersion;
import io.cioagent.it.standin.Hosts;
import io.cioagent.it.watch.WatchedApplication;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Micrometer Tracing on Brave. */
@ParameterizedClass(name = "{1} on {0}")
@MethodSource("rows")
class MicrometerTracingIT extends WatchedApplication {

  @Parameter(1)
  private LibraryVersion row;

  static Stream<Arguments> rows() {
    return LibraryRows.lastOnEveryJdk(
        List.of(
            LibraryVersion.of(
                    "micrometerbrave",
                    "1.5.4",
                    "ClientsApp",
                    Set.of(),
                    "io.micrometer:micrometer-tracing-bridge-brave:1.5.4",
                    "org.slf4j:slf4j-nop:1.7.36")
                .sources("micrometerbrave")));
  }

  @Override
  protected RunningJvm start(Jvm jvm) {
    row.classPath().forEach(jvm::classPath);
    return jvm.agent().start(row.mainClass(), at(Hosts.TRACK, ""));
  }

  @Test
  void operationIsAChildOfTheCurrentSpan() {
    Ancestry.assertBeneathAnswer(watch().call("brave.MicrometerUses", "within", "5"));
  }
}
