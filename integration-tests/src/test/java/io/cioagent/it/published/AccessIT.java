package io.cioagent.it.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.cioagent.it.endpoint.Endpoint;
import io.cioagent.it.harness.Build;
import io.cioagent.it.harness.BuildAndOldestJdk;
import io.cioagent.it.harness.Jdk;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import io.cioagent.it.watch.Leaks;
import io.cioagent.it.watch.Watch;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Collections;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Who may read what, and what is turned off by a setting. */
@BuildAndOldestJdk
class AccessIT {

  @Parameter private Jdk jdk;

  @Test
  void spansAreForLoopbackOnlyAndMetricsForAll() throws SocketException {
    Optional<InetAddress> own = addressOfThisMachine();
    assumeTrue(own.isPresent(), "this machine has no address besides loopback");
    try (RunningJvm jvm = start("prometheus.host=0.0.0.0")) {
      int port = jvm.endpoint().port();
      Endpoint near = new Endpoint("http://127.0.0.1:" + port);
      Endpoint far = new Endpoint("http://" + own.get().getHostAddress() + ":" + port);
      assertThat(near.send("GET", "/spans").statusCode()).isEqualTo(200);
      assertThat(far.send("GET", "/spans").statusCode()).isEqualTo(403);
      assertThat(far.send("GET", "/spans").body()).hasSizeLessThan(200);
      assertThat(far.send("GET", "/metrics").statusCode()).isEqualTo(200);
      assertThat(far.send("GET", "/-/healthy").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void byDefaultOnlyLoopbackIsServed() throws SocketException {
    Optional<InetAddress> own = addressOfThisMachine();
    assumeTrue(own.isPresent(), "this machine has no address besides loopback");
    try (RunningJvm jvm = start()) {
      Endpoint far =
          new Endpoint("http://" + own.get().getHostAddress() + ":" + jvm.endpoint().port());
      org.assertj.core.api.Assertions.assertThatThrownBy(() -> far.send("GET", "/metrics"))
          .hasRootCauseInstanceOf(java.nio.channels.ClosedChannelException.class);
    }
  }

  @Test
  void spansPageIsAbsentWhenTurnedOff() {
    try (RunningJvm jvm = start("spans.recent=0")) {
      Endpoint endpoint = jvm.endpoint();
      assertThat(jvm.ask("call", "customerio.Arguments", "identify", Leaks.ID)).startsWith("= ");
      assertThat(endpoint.send("GET", "/spans").statusCode()).isEqualTo(404);
      assertThat(endpoint.scrape().sum("customerio_api_requests_total")).isEqualTo(1);
    }
  }

  @Test
  void unsampledCallsAreCounted() {
    try (RunningJvm jvm =
        Jvm.on(jdk)
            .agent()
            .option("-Dotel.traces.sampler=always_off")
            .classPath(Build.java8Apps())
            .start("io.cioagent.it.apps.ClientsApp", "nowhere")
            .ready()) {
      new Watch(jvm)
          .call("customerio.Arguments", "identify", Leaks.ID)
          .operations("identify unknown")
          .spanCount(0);
    }
  }

  private RunningJvm start(String... settings) {
    return Jvm.on(jdk)
        .agent(settings)
        .classPath(Build.java8Apps())
        .start("io.cioagent.it.apps.ClientsApp", "nowhere")
        .ready();
  }

  private static Optional<InetAddress> addressOfThisMachine() throws SocketException {
    return Collections.list(NetworkInterface.getNetworkInterfaces()).stream()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
        .findFirst();
  }
}
