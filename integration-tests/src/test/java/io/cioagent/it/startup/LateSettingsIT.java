package io.cioagent.it.startup;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.harness.Build;
import io.cioagent.it.harness.BuildAndOldestJdk;
import io.cioagent.it.harness.Jdk;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import io.cioagent.it.standin.StandIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;

/**
 * What an application sets first in {@code main} has the effect it has without the agent, also when
 * the agent was up long before the application needed it.
 */
@BuildAndOldestJdk
class LateSettingsIT {

  private final StandIn standIn = StandIn.http();
  private final Path hosts = Build.scratch("hosts").resolve("hosts");
  @Parameter private Jdk jdk;
  private RunningJvm jvm;

  @BeforeParameterizedClassInvocation
  void start() throws IOException {
    resolveTo("127.0.0.1");
    jvm =
        Jvm.on(jdk)
            .agent()
            .option("-Djdk.net.hosts.file=" + hosts)
            .classPath(Build.java8Apps())
            .start("io.cioagent.it.apps.LateSettingsApp")
            .ready();
    assertThat(jvm.endpoint().scrape().samples()).isNotEmpty();
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
  void timeZone() {
    assertThat(jvm.ask("time-zone")).isEqualTo("= Asia/Tokyo");
  }

  @Test
  void nameOfTheHttpClient() {
    standIn.reset();
    assertThat(jvm.ask("url", "code", "GET", standIn.at("shop.example") + "/", ""))
        .startsWith("= 200");
    assertThat(standIn.received().get(0).header("User-Agent")).startsWith("corner-shop ");
  }

  @Test
  void addressCacheTtl() throws IOException {
    assertThat(jvm.ask("look-up", "shop.example")).isEqualTo("= 127.0.0.1");
    resolveTo("127.0.0.2");
    assertThat(jvm.ask("look-up", "shop.example")).isEqualTo("= 127.0.0.2");
    resolveTo("127.0.0.1");
  }

  @Test
  void internetProtocolVersion() {
    assertThat(jvm.ask("any-address")).isEqualTo("= 0.0.0.0");
  }

  private void resolveTo(String address) throws IOException {
    Files.writeString(hosts, "127.0.0.1 localhost\n" + address + " shop.example\n");
  }
}
