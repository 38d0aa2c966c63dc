package io.cioagent.it.startup;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.harness.Build;
import io.cioagent.it.harness.BuildAndOldestJdk;
import io.cioagent.it.harness.Jdk;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import io.cioagent.it.standin.Hosts;
import io.cioagent.it.standin.StandIn;
import io.cioagent.it.watch.Watch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;

/** One JVM with everything wrong that can be wrong: a warning for each, and all works. */
@BuildAndOldestJdk
class BadSettingsIT {

  private static final String SECRET = "whsec-invented-51d7";

  private final StandIn standIn = StandIn.http();
  @Parameter private Jdk jdk;
  private RunningJvm jvm;
  private Path file;
  private List<String> lines;

  @BeforeParameterizedClassInvocation
  void start() throws IOException {
    file = Build.scratch("bad-settings").resolve("agent.properties");
    Files.writeString(
        file, "customerio.agent.prometheus.prot=5\ncustomerio.agent.user-id=sometimes\n");
    jvm =
        Jvm.on(jdk)
            .agent("promethues.host=nowhere", "verbose", "=empty", "spans.recent=many")
            .setting("config-file", file.toString())
            .setting("service-nmae", "shop")
            .setting("webhook.signing-kye", SECRET)
            .setting("client.auto-detect", "perhaps")
            .setting("hosts", "http://crm.example/,:80,crm.example:port,two words")
            .setting("client.methods", "com.acme.Crm[upsert=identify")
            .environment("CUSTOMERIO_AGENT_SERVICE_NAMES", "shop")
            .environment("CUSTOMERIO_AGENT_PROMETHEUS_ENABLED", "ja")
            .option(Hosts.option())
            .classPath(Build.java8Apps())
            .start("io.cioagent.it.apps.ClientsApp", standIn.at(Hosts.TRACK))
            .ready();
    Watch watch = new Watch(jvm);
    watch
        .call("customerio.CustomerIoClient", "identify", "5", "plan=pro")
        .answered("null")
        .operations("identify success");
    assertThat(jvm.finish()).isZero();
    lines = jvm.stderr();
  }

  @AfterParameterizedClassInvocation
  void stop() {
    jvm.close();
  }

  @AfterAll
  void stopServer() {
    standIn.close();
  }

  @Test
  void unknownKeyOfTheAgentArgument() {
    warning("promethues.host", "argument", "nowhere", "prometheus.host");
  }

  @Test
  void unknownSystemProperty() {
    warning("service-nmae", "property", "shop", "service-name");
  }

  @Test
  void unknownEnvironmentVariable() {
    warning("CUSTOMERIO_AGENT_SERVICE_NAMES", "environment", "shop");
    assertThat(String.join("\n", lines).replace("SERVICE_NAMES", ""))
        .containsAnyOf("SERVICE_NAME", "service-name");
  }

  @Test
  void unknownKeyOfTheFile() {
    warning("prometheus.prot", file.getFileName().toString(), "5", "prometheus.port");
  }

  @Test
  void invalidValueInAgentArgument() {
    warning("spans.recent", "argument", "many", "512");
  }

  @Test
  void invalidValueInSystemProperty() {
    warning("client.auto-detect", "property", "perhaps", "true");
  }

  @Test
  void invalidValueInEnvironmentVariable() {
    warning("CUSTOMERIO_AGENT_PROMETHEUS_ENABLED", "ja", "true");
  }

  @Test
  void invalidValueInFile() {
    warning("user-id", file.getFileName().toString(), "sometimes", "auto");
  }

  @Test
  void agentArgumentWithoutEqualsSign() {
    warning("verbose", "argument");
  }

  @Test
  void agentArgumentWithoutAName() {
    assertThat(lines).filteredOn(line -> line.contains("=empty")).hasSize(1);
  }

  @Test
  void invalidHosts() {
    assertThat(lines)
        .filteredOn(line -> line.contains("WARN") && line.contains("hosts"))
        .isNotEmpty()
        .hasSizeLessThanOrEqualTo(4);
    assertThat(String.join("\n", lines)).contains("two words").contains("crm.example:port");
  }

  @Test
  void invalidMethodList() {
    warning("client.methods", "property", "com.acme.Crm[upsert=identify");
  }

  @Test
  void secretUnderAMisspeltNameIsNotEchoed() {
    warning("webhook.signing-kye", "property");
    assertThat(String.join("\n", lines)).doesNotContain(SECRET);
  }

  @Test
  void everyLineIsAnAgentWarningOrTheAddress() {
    assertThat(lines)
        .allMatch(line -> line.startsWith(RunningJvm.PREFIX))
        .allMatch(line -> line.contains("WARN") || line.contains("/metrics"));
    assertThat(lines).doesNotHaveDuplicates();
  }

  /** Exactly one line names it, and says these things too. */
  private void warning(String key, String... parts) {
    List<String> about =
        lines.stream().filter(line -> line.contains(key) && line.contains("WARN")).toList();
    assertThat(about).as("warnings that name %s in %s", key, jvm).hasSize(1);
    for (String part : parts) {
      assertThat(about.get(0).toLowerCase(Locale.ROOT)).contains(part.toLowerCase(Locale.ROOT));
    }
  }
}
