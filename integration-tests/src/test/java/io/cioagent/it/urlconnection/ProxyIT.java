package io.cioagent.it.urlconnection;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.endpoint.Sample;
import io.cioagent.it.harness.Build;
import io.cioagent.it.harness.BuildAndOldestJdk;
import io.cioagent.it.harness.Jdk;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import io.cioagent.it.standin.Hosts;
import io.cioagent.it.standin.StandIn;
import io.cioagent.it.watch.CommandResult;
import io.cioagent.it.watch.Watch;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** A service that reaches Customer.io only through its company's proxy. */
@BuildAndOldestJdk
class ProxyIT {

  @Parameter private Jdk jdk;

  private static final String ADDRESS = "http://" + Hosts.TRACK + "/api/v1/customers/5";

  @Test
  void urlConnection() {
    assertObserved(Build.java8Apps(), "UrlConnectionApp", "url", "code");
  }

  @Test
  void httpClient() {
    jdk.assumeHttpClient();
    assertObserved(Build.java11Apps(), "HttpClientApp", "http", "h1-new-client");
  }

  private void assertObserved(Path classPath, String app, String verb, String how) {
    try (StandIn proxy = StandIn.http();
        RunningJvm jvm =
            Jvm.on(jdk)
                .agent()
                .option(Hosts.option())
                .option("-Dhttp.proxyHost=127.0.0.1")
                .option("-Dhttp.proxyPort=" + proxy.port())
                .option("-Dhttp.nonProxyHosts=")
                .classPath(classPath)
                .start("io.cioagent.it.apps." + app)
                .ready()) {
      CommandResult seen = new Watch(jvm).ask(verb, how, "PUT", ADDRESS, "{}").answered("200");
      assertThat(proxy.received()).hasSize(1);
      assertThat(proxy.received().get(0).target()).isEqualTo(ADDRESS);
      seen.operations("identify success")
          .attempts("PUT track.customer.io /api/v1/customers/{identifier} 200")
          .spanCount(1);
      List<Map<String, String>> attempts =
          seen.scrape().of("http_client_request_duration_seconds_count").stream()
              .map(Sample::labels)
              .toList();
      assertThat(attempts).hasSize(1);
      assertThat(attempts.get(0)).containsEntry("server_port", "80");
    }
  }
}
