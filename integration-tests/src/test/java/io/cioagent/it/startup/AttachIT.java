package io.cioagent.it.startup;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.endpoint.Endpoint;
import io.cioagent.it.harness.Attach;
import io.cioagent.it.harness.Await;
import io.cioagent.it.harness.Build;
import io.cioagent.it.harness.EveryJdk;
import io.cioagent.it.harness.Jdk;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import io.cioagent.it.standin.Hosts;
import io.cioagent.it.standin.StandIn;
import io.cioagent.it.watch.AgentOutput;
import io.cioagent.it.watch.Watch;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** The same jar put into a JVM that runs: what is loaded already is woven as well. */
@EveryJdk
class AttachIT {

  @Parameter private Jdk jdk;

  @Test
  void clientsAndUrlConnectionsInUseAreObservedAfterAttach() {
    try (StandIn standIn = StandIn.http();
        RunningJvm jvm = start(Build.java8Apps(), "ClientsApp", standIn.at(Hosts.TRACK))) {
      String[] identify = {"call", "customerio.CustomerIoClient", "identify", "5", "plan=pro"};
      assertThat(jvm.ask(identify)).isEqualTo("= null");
      attach(jvm);
      Watch watch = new Watch(jvm);
      watch
          .ask(identify)
          .answered("null")
          .operations("identify success")
          .attempts("PUT track.customer.io /api/v1/customers/{identifier} 200")
          .spanCount(2);
      watch
          .ask("url", "code", "POST", standIn.at(Hosts.TRACK) + "/api/v1/events", "{}")
          .operations("track_anonymous success");
      watch.call("customerio.EveryName", "trackEvent", "nowhere").operations("track unknown");
      assertQuietEnd(jvm, true);
    }
  }

  @Test
  void callRightAfterAttachIsObservedWithItsRequest() {
    try (StandIn standIn = StandIn.http();
        RunningJvm jvm = start(Build.java8Apps(), "ClientsApp", standIn.at(Hosts.TRACK))) {
      String[] identify = {"call", "customerio.CustomerIoClient", "identify", "5", "plan=pro"};
      assertThat(jvm.ask(identify)).isEqualTo("= null");
      attach(jvm);
      assertThat(jvm.ask(identify)).isEqualTo("= null");
      Endpoint endpoint = jvm.endpoint();
      assertThat(Await.quietly(() -> endpoint.scrape().sum("customerio_api_requests_total") == 1))
          .isTrue();
      assertThat(endpoint.spans()).as("operation and request").hasSize(2);
      assertQuietEnd(jvm, false);
    }
  }

  @Test
  void httpClientsInUseAreObservedAfterAttach() {
    jdk.assumeHttpClient();
    try (StandIn standIn = StandIn.http();
        RunningJvm jvm = start(Build.java11Apps(), "HttpClientApp")) {
      String[] put = {
        "http", "h1-async", "PUT", standIn.at(Hosts.TRACK) + "/api/v1/customers/5", "{}"
      };
      assertThat(jvm.ask(put)).startsWith("= 200");
      attach(jvm);
      Watch watch = new Watch(jvm);
      watch.ask(put).answered("200").operations("identify success").spanCount(1);
      assertQuietEnd(jvm, false);
    }
  }

  private static void attach(RunningJvm jvm) {
    Attach.agent(jvm.pid(), Jvm.ANY_PORT);
  }

  private static void assertQuietEnd(RunningJvm jvm, boolean unknownOutcomes) {
    assertThat(jvm.finish()).isZero();
    AgentOutput.assertOneLine(jvm, List.of(), unknownOutcomes);
  }

  private RunningJvm start(Path classPath, String app, String... arguments) {
    return Jvm.on(jdk)
        .option(Hosts.option())
        // Allowed here, so that the JVM itself does not warn of it.
        .option("-XX:+EnableDynamicAgentLoading")
        .classPath(classPath)
        .start("io.cioagent.it.apps." + app, arguments)
        .ready();
  }
}
