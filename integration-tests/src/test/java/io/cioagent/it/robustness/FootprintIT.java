package io.cioagent.it.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.endpoint.Endpoint;
import io.cioagent.it.harness.Await;
import io.cioagent.it.harness.Build;
import io.cioagent.it.harness.EveryJdk;
import io.cioagent.it.harness.Jdk;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import io.cioagent.it.standin.Hosts;
import io.cioagent.it.standin.StandIn;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** What the agent leaves in the application's process and on its disk. */
@EveryJdk
class FootprintIT {

  /** Of its HTTP server, and of the application's own connections, which come and go. */
  private static final List<String> OF_THE_JDK =
      List.of("HTTP-Dispatcher", "idle-timeout-task", "Keep-Alive-Timer");

  @Parameter private Jdk jdk;

  @Test
  void noSystemPropertyIsSetOrChanged() {
    try (StandIn standIn = StandIn.http();
        RunningJvm bare = start(Jvm.on(jdk), standIn);
        RunningJvm observed = start(Jvm.on(jdk).agent(), standIn)) {
      use(bare);
      use(observed);
      observed.endpoint().scrape();
      assertThat(properties(observed))
          .isEqualTo(properties(bare))
          .anyMatch(property -> property.startsWith("java.home=" + real(jdk.home())));
    }
  }

  @Test
  void everyAgentThreadIsANamedDaemon() {
    try (StandIn standIn = StandIn.http();
        RunningJvm bare = start(Jvm.on(jdk), standIn);
        RunningJvm observed = start(Jvm.on(jdk).agent(), standIn)) {
      use(bare);
      use(observed);
      observed.endpoint().scrape();
      List<String> ownCommandLine = list(observed.ask("threads"));
      ownCommandLine.removeAll(list(bare.ask("threads")));
      assertThat(ownCommandLine).isNotEmpty().hasSizeLessThanOrEqualTo(6);
      assertThat(observed.ask("non-daemons")).isEqualTo(bare.ask("non-daemons"));
      ownCommandLine.removeAll(OF_THE_JDK);
      if (jdk.feature() == 8) {
        // Its HTTP server gives its thread no name.
        ownCommandLine.removeIf(name -> name.matches("Thread-\\d+"));
      }
      assertThat(ownCommandLine).isNotEmpty().allMatch(name -> name.contains("customerio"));
    }
  }

  @Test
  void noFileIsLeftBehind() {
    Path temporary = Build.scratch("temporary");
    try (StandIn standIn = StandIn.http();
        RunningJvm jvm =
            start(Jvm.on(jdk).agent().option("-Djava.io.tmpdir=" + temporary), standIn)) {
      use(jvm);
      assertCounted(jvm);
      assertThat(jvm.finish()).isZero();
    }
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void noTemporaryFolderIsNeeded() {
    String missing = Build.scratch("temporary").resolve("missing").toString();
    try (StandIn standIn = StandIn.http();
        RunningJvm jvm =
            start(Jvm.on(jdk).agent().option("-Djava.io.tmpdir=" + missing), standIn)) {
      use(jvm);
      assertCounted(jvm);
      assertThat(jvm.finish()).isZero();
      // The JVM itself may complain of the folder.
      assertThat(jvm.stderr()).noneMatch(line -> line.contains("Exception"));
      assertThat(new File(missing)).doesNotExist();
    }
  }

  private static void use(RunningJvm jvm) {
    assertThat(jvm.ask("call", "customerio.CustomerIoClient", "identify", "5", "plan=pro"))
        .isEqualTo("= null");
  }

  private static void assertCounted(RunningJvm jvm) {
    Endpoint endpoint = jvm.endpoint();
    assertThat(Await.quietly(() -> endpoint.scrape().sum("customerio_api_requests_total") == 1))
        .isTrue();
  }

  private static Path real(Path link) {
    try {
      return link.toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> properties(RunningJvm jvm) {
    String answer = jvm.ask("properties");
    List<String> all =
        new ArrayList<>(List.of(answer.substring(3, answer.length() - 1).split(", ", -1)));
    // The JDK notes it as soon as anybody asks for the time; LateSettingsIT has what matters.
    all.removeIf(property -> property.startsWith("user.timezone="));
    // Java 8 adds each agent to the class path by itself.
    all.replaceAll(
        property ->
            property.startsWith("java.class.path=")
                ? property.replace(File.pathSeparator + Build.agentJar(), "")
                : property);
    return all;
  }

  private static List<String> list(String answer) {
    return new ArrayList<>(List.of(answer.substring(2).split(",", -1)));
  }

  private static RunningJvm start(Jvm jvm, StandIn standIn) {
    return jvm.option(Hosts.option())
        .classPath(Build.java8Apps())
        .start("io.cioagent.it.apps.ClientsApp", standIn.at(Hosts.TRACK))
        .ready();
  }
}
