package io.cioagent.it.startup;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.endpoint.Endpoint;
import io.cioagent.it.harness.Await;
import io.cioagent.it.harness.Build;
import io.cioagent.it.harness.BuildAndOldestJdk;
import io.cioagent.it.harness.Jdk;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import io.cioagent.it.watch.AgentOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** A properties file that cannot be read, and agent arguments that are hardly any. */
@BuildAndOldestJdk
class BadConfigFileIT {

  @Parameter private Jdk jdk;

  @Test
  void missingFile() {
    assertOneWarning(Build.scratch("config").resolve("missing.properties"));
  }

  @Test
  void aFolder() {
    assertOneWarning(Build.scratch("config"));
  }

  @Test
  void fileThatIsNoPropertiesFile() throws IOException {
    Path file = Build.scratch("config").resolve("broken.properties");
    assertOneWarning(Files.writeString(file, "customerio.agent.user-id=\\u00zz\n"));
  }

  @Test
  void argumentsOfCommasAndSpaces() {
    try (RunningJvm jvm = start(Jvm.on(jdk).agent("", " ", "", " user-id = none "))) {
      assertWorks(jvm);
      assertThat(jvm.finish()).isZero();
      assertThat(jvm.stderr())
          .allMatch(line -> line.startsWith(RunningJvm.PREFIX))
          .filteredOn(line -> !AgentOutput.isUnknownOutcome(line))
          .hasSizeLessThanOrEqualTo(2);
    }
  }

  private void assertOneWarning(Path file) {
    Jvm agent = Jvm.on(jdk).agent().setting("config-file", file.toString());
    try (RunningJvm jvm = start(agent)) {
      assertWorks(jvm);
      assertThat(jvm.finish()).isZero();
      AgentOutput.assertOneLine(jvm, List.of("config-file"), true);
      assertThat(String.join("\n", jvm.stderr())).contains(file.toString());
    }
  }

  private static void assertWorks(RunningJvm jvm) {
    assertThat(jvm.ask("call", "customerio.Arguments", "identify", "5")).isEqualTo("= string 5");
    Endpoint endpoint = jvm.endpoint();
    assertThat(Await.quietly(() -> endpoint.scrape().sum("customerio_api_requests_total") == 1))
        .isTrue();
  }

  private static RunningJvm start(Jvm jvm) {
    return jvm.classPath(Build.java8Apps())
        .start("io.cioagent.it.apps.ClientsApp", "nowhere")
        .ready();
  }
}
