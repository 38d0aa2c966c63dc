package io.cioagent.it.startup;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.endpoint.Endpoint;
import io.cioagent.it.endpoint.Scrape;
import io.cioagent.it.harness.Await;
import io.cioagent.it.harness.Build;
import io.cioagent.it.harness.EveryJdk;
import io.cioagent.it.harness.Jdk;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import io.cioagent.it.standin.Hosts;
import io.cioagent.it.standin.Reply;
import io.cioagent.it.standin.StandIn;
import io.cioagent.it.watch.AgentOutput;
import io.cioagent.it.watch.Counts;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an application does at the start of its {@code main}. */
@EveryJdk
class FirstMomentsIT {

  private static final String APP = "io.cioagent.it.apps.StartUpApp";
  private static final String SHOP_LOG_MANAGER = "= " + APP + "$ShopLogManager";
  private static final Scrape NOTHING = new Scrape(List.of(), Map.of());

  @Parameter private Jdk jdk;
  private final StandIn standIn = StandIn.http();

  @BeforeEach
  void forgetRequests() {
    standIn.reset();
  }

  @AfterAll
  void stopServer() {
    standIn.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "call service-name=shop",
        "http service-name=shop",
        // With these any class may have to be woven, so that every class waits for the weaver.
        "call client.methods=com.acme.Crm[upsert=identify]",
        "call config-file=missing.properties",
      })
  void theVeryFirstCallIsCounted(String what, String setting) {
    try (RunningJvm jvm = start(what, setting).ready()) {
      Endpoint endpoint = jvm.endpoint();
      Await.quietly(() -> endpoint.scrape().sum("customerio_api_requests_total") >= 1);
      Counts counts = Counts.between(NOTHING, endpoint.scrape());
      assertThat(counts.operations()).containsExactly("identify success");
      assertThat(counts.attempts())
          .containsExactly("PUT track.customer.io /api/v1/customers/{identifier} 200");
      assertThat(jvm.finish()).isZero();
      AgentOutput.assertOneLine(
          jvm, setting.startsWith("config-file") ? List.of("config-file") : List.of());
    }
  }

  @Test
  void jvmEndsWhenMainReturns() {
    try (RunningJvm jvm = start("return")) {
      assertThat(jvm.exitCode()).isZero();
      assertAtMostOneLine(jvm);
      assertThat(jvm.stdout()).isEmpty();
    }
  }

  @Test
  void jvmEndsWhenMainReturnsAfterACall() {
    try (RunningJvm jvm = start("call-and-return")) {
      assertThat(jvm.exitCode()).isZero();
      assertThat(standIn.received()).hasSize(1);
      assertAtMostOneLine(jvm);
    }
  }

  @Test
  void jvmEndsWithTheExitCodeOfTheApplication() {
    try (RunningJvm jvm = start("exit")) {
      assertThat(jvm.exitCode()).isEqualTo(3);
      assertAtMostOneLine(jvm);
    }
  }

  @ParameterizedTest
  @CsvSource({"call-and-return, 0", "call-and-exit, 3", "pool-and-exit, 3"})
  void callRightBeforeTheEndIsLogged(String what, int exitCode) {
    try (RunningJvm jvm = start(what)) {
      assertThat(jvm.exitCode()).isEqualTo(exitCode);
      assertThat(standIn.received()).hasSize(1);
      assertThat(jvm.operationLog())
          .singleElement()
          .asString()
          .contains("Customer.io identify succeeded");
      assertAtMostOneLine(jvm);
    }
  }

  @Test
  void callInProgressAtExitIsUnfinished() {
    try (RunningJvm jvm = start("wait").ready()) {
      jvm.endpoint();
      CountDownLatch never = new CountDownLatch(1);
      standIn.script(Reply.ok().once(never));
      jvm.ask("identify-meanwhile", standIn.at(Hosts.TRACK));
      standIn.awaitReceived(1);
      assertThat(jvm.finish()).isZero();
      never.countDown();
      assertThat(jvm.operationLog())
          .singleElement()
          .asString()
          .contains("Customer.io identify failed")
          .contains("\"type\":\"unfinished\"");
    }
  }

  @Test
  void requestsOfIdleThreadsArePartOfTheCall() {
    try (RunningJvm jvm = start("wait").ready()) {
      Endpoint endpoint = jvm.endpoint();
      Scrape before = endpoint.scrape();
      jvm.ask("load");
      awaitWeaving(endpoint);
      for (int i = 0; i < 2; i++) {
        assertThat(jvm.ask("identify-idle", "5")).isEqualTo("= 200");
        assertThat(jvm.ask("track-idle", "5")).isEqualTo("= 200");
      }
      Await.quietly(() -> endpoint.scrape().sum("customerio_api_requests_total") >= 4);
      assertThat(Counts.between(before, endpoint.scrape()).operations())
          .containsExactly(
              "identify success", "identify success", "track success", "track success");
      assertThat(jvm.finish()).isZero();
    }
  }

  /** Until the classes of pools are woven, which follows a client class on a thread of its own. */
  private static void awaitWeaving(Endpoint endpoint) {
    double[] last = {0};
    int[] unchanged = {0};
    Await.until(
        "no class is woven any more",
        () -> {
          double woven = endpoint.scrape().sum("customerio_agent_woven_classes");
          unchanged[0] = woven == last[0] ? unchanged[0] + 1 : 0;
          last[0] = woven;
          return woven > 5 && unchanged[0] >= 20;
        });
  }

  @Test
  void exceptionFromMainIsReportedUnchanged() {
    try (RunningJvm jvm = start("throw")) {
      assertThat(jvm.exitCode()).isEqualTo(1);
      assertThat(jvm.stderr())
          .filteredOn(line -> !line.startsWith(RunningJvm.PREFIX))
          .containsExactly(
              "Exception in thread \"main\" java.lang.IllegalStateException: main gives up",
              "\tat " + APP + ".main(StartUpApp.java:" + lineOf(jvm) + ")");
    }
  }

  @Test
  void logManagerSetInMainIsUsed() {
    for (int i = 0; i < 3; i++) { // what can go wrong here is a race
      try (RunningJvm jvm = start("log").ready()) {
        assertThat(jvm.ask("log-manager")).isEqualTo(SHOP_LOG_MANAGER);
        jvm.endpoint();
        assertThat(jvm.finish()).isZero();
        AgentOutput.assertOneLine(jvm, List.of());
      }
    }
  }

  @Test
  void logManagerSetInMainStaysInUse() {
    try (RunningJvm jvm = start("wait").ready()) {
      assertThat(jvm.endpoint().scrape().samples()).isNotEmpty();
      standIn.script(Reply.status(500));
      assertThat(jvm.ask("url", "code", "PUT", standIn.at(Hosts.TRACK) + "/api/v1/customers/5", ""))
          .startsWith("= 500");
      assertThat(jvm.ask("identify", standIn.at(Hosts.TRACK))).isEqualTo("= identified");
      assertThat(jvm.ask("log-manager")).isEqualTo(SHOP_LOG_MANAGER);
      assertThat(jvm.finish()).isZero();
      AgentOutput.assertOneLine(jvm, List.of());
    }
  }

  private RunningJvm start(String what, String... settings) {
    return Jvm.on(jdk)
        .agent(settings)
        .option(Hosts.option())
        .classPath(Build.java8Apps())
        .start(APP, what, standIn.at(Hosts.TRACK));
  }

  /** A JVM that ends at once may do so before the endpoint is up. */
  private static void assertAtMostOneLine(RunningJvm jvm) {
    assertThat(jvm.stderr())
        .hasSizeLessThanOrEqualTo(1)
        .allMatch(line -> line.startsWith(RunningJvm.PREFIX) && line.contains("INFO"));
  }

  private static String lineOf(RunningJvm jvm) {
    return jvm.stderr().stream()
        .filter(line -> line.contains("StartUpApp.java:"))
        .map(line -> line.replaceAll(".*StartUpApp.java:(\\d+).*", "$1"))
        .findFirst()
        .orElse("?");
  }
}
