package io.cioagent.testapp;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.testapp.customerio.CustomerIoClient;
import io.cioagent.testapp.standin.Answer;
import io.cioagent.testapp.standin.FaultScript;
import io.cioagent.testapp.standin.Route;
import io.cioagent.testapp.standin.StandInServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The real account is played by the stand-in here. */
class RealAccountTest {

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @Test
  void realAccountNeedsBothKeys() {
    Map<String, String> environment = new HashMap<>();
    assertThat(RealAccount.of(environment, out())).isNull();
    environment.put("CUSTOMERIO_SITE_ID", "site");
    environment.put("CUSTOMERIO_API_KEY", "");
    assertThat(RealAccount.of(environment, out())).isNull();
    environment.put("CUSTOMERIO_API_KEY", "key");
    assertThat(RealAccount.of(environment, out())).isNotNull();
    assertThat(RealAccount.of(Collections.emptyMap(), out())).isNull();
  }

  @Test
  void realAccountGetsOneIdentifyAndAFewEvents() throws IOException {
    assertThat(visit("key"))
        .containsOnlyKeys("identify", "track")
        .containsEntry("identify", Collections.singletonMap("200", 1))
        .containsEntry("track", Collections.singletonMap("200", 3));
    assertThat(printed.toString("UTF-8")).contains(RealAccount.TEST_PERSON, "Done.");
  }

  @Test
  void invalidKeysAreReported() throws IOException {
    assertThat(visit("wrong-key"))
        .containsEntry("identify", Collections.singletonMap("401", 1))
        .containsEntry("track", Collections.singletonMap("401", 3));
    assertThat(printed.toString("UTF-8")).contains("FAILED", "Not everything worked");
  }

  private Map<String, Map<String, Integer>> visit(String apiKey) throws IOException {
    StandInServer.Credentials credentials = new StandInServer.Credentials("site", "key", "app");
    try (StandInServer server = new StandInServer(FaultScript.goodDay(), credentials, 100, 1)) {
      String url = "http://127.0.0.1:" + server.port();
      CustomerIoClient client = new CustomerIoClient(url, url, "site", apiKey, "app", 5000);
      boolean worked = new RealAccount(client, out()).visit();
      assertThat(worked).isEqualTo(server.traffic().count(Route.IDENTIFY, Answer.OK) == 1);
      return server.traffic().byOperation();
    }
  }

  private PrintStream out() {
    return new PrintStream(printed, true);
  }
}
