package io.cioagent.testapp.customerio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cioagent.testapp.standin.Answer;
import io.cioagent.testapp.standin.FaultScript;
import io.cioagent.testapp.standin.Route;
import io.cioagent.testapp.standin.StandInServer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CustomerIoClientTest {

  private static final Map<String, Object> NOTHING = Collections.emptyMap();
  private static final int PATIENCE_MILLIS = 2000;

  private StandInServer server;

  @AfterEach
  void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void everyCallReachesItsRoute() throws IOException {
    CustomerIoClient client = start(FaultScript.goodDay());

    client.identify("ada+tea@example.com", NOTHING);
    client.track("cust 1/2", "order_placed", Collections.singletonMap("price", 1.5));
    client.trackAnonymous("visitor-1", "product_viewed", NOTHING);
    client.addDevice("cust-1", "token", "ios");
    client.delete("cust-1");
    assertThat(client.suppress("cust-1")).isTrue();
    String delivery = client.sendTransactionalEmail("ada@example.com", "order", NOTHING);

    assertThat(delivery).isEqualTo("stand-in-1");
    for (Route route : Route.values()) {
      assertThat(server.traffic().count(route, Answer.OK))
          .as(route.operation())
          .isEqualTo(route == Route.OTHER ? 0 : 1);
    }
  }

  @Test
  void rateLimitIsRetriedSilently() throws IOException {
    CustomerIoClient client =
        start(FaultScript.goodDay().on(Route.TRACK, 1, 0, Answer.TOO_MANY_REQUESTS));

    client.track("cust-1", "order_placed", NOTHING);

    assertThat(server.traffic().count(Route.TRACK, Answer.TOO_MANY_REQUESTS)).isEqualTo(1);
    assertThat(server.traffic().count(Route.TRACK, Answer.OK)).isEqualTo(1);
  }

  @Test
  void persistentRateLimitFailsAfterThreeAttempts() throws IOException {
    CustomerIoClient client =
        start(FaultScript.goodDay().on(Route.TRACK, 1, 1, Answer.TOO_MANY_REQUESTS));

    assertLosesTheReason(() -> client.track("cust-1", "order_placed", NOTHING));
    assertThat(server.traffic().count(Route.TRACK, Answer.TOO_MANY_REQUESTS)).isEqualTo(3);
  }

  @Test
  void serverErrorLosesItsStatusAndIsNotRetried() throws IOException {
    CustomerIoClient client =
        start(FaultScript.goodDay().on(Route.IDENTIFY, 1, 1, Answer.SERVER_ERROR));

    assertLosesTheReason(() -> client.identify("cust-1", NOTHING));
    assertThat(server.traffic().count(Route.IDENTIFY, Answer.SERVER_ERROR)).isEqualTo(1);
  }

  @Test
  void wrongCredentialsAreRefusedWithoutConsumingAFault() throws IOException {
    CustomerIoClient right =
        start(FaultScript.goodDay().on(Route.IDENTIFY, 1, 0, Answer.SERVER_ERROR));
    CustomerIoClient wrong = client(server.port(), "other-key", PATIENCE_MILLIS);

    assertLosesTheReason(() -> wrong.identify("cust-1", NOTHING));
    assertLosesTheReason(() -> right.identify("cust-1", NOTHING));

    assertThat(server.traffic().count(Route.IDENTIFY, Answer.UNAUTHORIZED)).isEqualTo(1);
    assertThat(server.traffic().count(Route.IDENTIFY, Answer.SERVER_ERROR)).isEqualTo(1);
  }

  @Test
  void lateAnswerIsATimeoutForTheClientAndARequestForTheServer() throws IOException {
    start(FaultScript.goodDay().on(Route.ADD_DEVICE, 1, 1, Answer.TOO_LATE));
    CustomerIoClient hasty = client(server.port(), "key", 100);

    assertThatThrownBy(() -> hasty.addDevice("cust-1", "token", "ios"))
        .hasCauseInstanceOf(SocketTimeoutException.class);
    assertThat(server.traffic().count(Route.ADD_DEVICE, Answer.TOO_LATE)).isEqualTo(1);
  }

  @Test
  void suppressSwallowsEveryFailure() throws IOException {
    CustomerIoClient client =
        start(FaultScript.goodDay().on(Route.SUPPRESS, 1, 1, Answer.UNAVAILABLE));

    assertThat(client.suppress("cust-1")).isFalse();
    assertThat(server.traffic().count(Route.SUPPRESS, Answer.UNAVAILABLE)).isEqualTo(1);

    server.close();
    assertThat(client.suppress("cust-1")).isFalse();
  }

  @Test
  void deadServerIsAConnectError() throws IOException {
    CustomerIoClient client = start(FaultScript.goodDay());
    server.close();

    assertThatThrownBy(() -> client.delete("cust-1"))
        .isInstanceOf(RuntimeException.class)
        .hasCauseInstanceOf(ConnectException.class);
  }

  private static void assertLosesTheReason(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatThrownBy(call)
        .isExactlyInstanceOf(RuntimeException.class)
        .hasMessage("Customer.io call failed")
        .hasNoCause();
  }

  private CustomerIoClient start(FaultScript script) throws IOException {
    StandInServer.Credentials credentials = new StandInServer.Credentials("site", "key", "app");
    server = new StandInServer(script, credentials, 400, 1);
    return client(server.port(), "key", PATIENCE_MILLIS);
  }

  private static CustomerIoClient client(int port, String apiKey, int timeoutMillis) {
    String url = "http://127.0.0.1:" + port;
    return new CustomerIoClient(url, url, "site", apiKey, "app", timeoutMillis);
  }
}
