package io.cioagent.it.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.cioagent.it.endpoint.Sample;
import io.cioagent.it.harness.Build;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.OldestJdkToo;
import io.cioagent.it.harness.RunningJvm;
import io.cioagent.it.standin.Hosts;
import io.cioagent.it.standin.Reply;
import io.cioagent.it.watch.Leaks;
import io.cioagent.it.watch.Seen;
import io.cioagent.it.watch.WatchedApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The outcome of an operation is the truth, not what the client lets on. */
@OldestJdkToo
class ClientOutcomesIT extends WatchedApplication {

  private static final String CLIENT = "customerio.CustomerIoClient";
  private static final String PUT = "PUT track.customer.io /api/v1/customers/{identifier} ";
  private static final String EVENT =
      "POST track.customer.io /api/v1/customers/{identifier}/events ";

  @Override
  protected RunningJvm start(Jvm jvm) {
    return jvm.agent()
        .classPath(Build.java8Apps())
        .start("io.cioagent.it.apps.ClientsApp", at(Hosts.TRACK, ""));
  }

  @Test
  void aCallAndItsExchangeAreCountedOnce() {
    identify().answered("null").operations("identify success").attempts(PUT + "200");
  }

  @Test
  void withoutAClientMethodTheExchangeIsTheOperation() {
    watch()
        .ask("url", "code", "PUT", at(Hosts.TRACK, "/api/v1/customers/" + Leaks.ID), "{}")
        .answered("200")
        .operations("identify success")
        .attempts(PUT + "200")
        .spanCount(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 400, 401, 404, 429, 500})
  void anExceptionThatLostTheStatus(int status) {
    standIn().script(Reply.status(status));
    identify()
        .threw("java.lang.IllegalStateException: Customer.io refused {plan=pro}")
        .operations("identify " + status)
        .attempts(PUT + status);
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 500})
  void aFailureThatWasSwallowed(int status) {
    standIn().script(Reply.status(status));
    track().answered("false").operations("track " + status).attempts(EVENT + status);
  }

  @Test
  void aBrokenConnectionThatWasSwallowed() {
    standIn().script(Reply.silence());
    track().answered("false").operations("track timeout").attempts(EVENT + "timeout");
  }

  @Test
  void aPartialFailureIsNoSuccess() {
    standIn().script(Reply.status(207));
    identify().answered("null").operations("identify partial_failure");
  }

  @Test
  void aRetryThatSucceededIsASuccess() {
    standIn().script(Reply.status(429));
    client("updateCustomer", Leaks.ID, "3")
        .answered("200")
        .operations("identify success")
        .attempts(PUT + "200", PUT + "429");
  }

  @Test
  void retriesThatAllFailedAreOneError() {
    standIn().script(Reply.status(429), Reply.status(429), Reply.status(429));
    client("updateCustomer", Leaks.ID, "3")
        .answered("429")
        .operations("identify 429")
        .attempts(PUT + "429", PUT + "429", PUT + "429");
  }

  @Test
  void theLastAttemptDecides() {
    standIn().script(Reply.status(429), Reply.status(503));
    client("updateCustomer", Leaks.ID, "3")
        .answered("503")
        .operations("identify 503")
        .attempts(PUT + "429", PUT + "503");
  }

  @Test
  void aFailureBeforeAnythingIsSentHasNoAttempt() {
    client("addDevice", Leaks.ID)
        .threw("java.lang.IllegalArgumentException: no such platform for " + Leaks.ID)
        .operations("add_device unknown error")
        .attempts();
  }

  @Test
  void aConnectionPreparedInTheWrongOrderHasNoAttempt() {
    client("suppress", Leaks.ID)
        .threw("java.lang.IllegalStateException: Already connected")
        .operations("suppress unknown error")
        .attempts();
    assertThat(standIn().received()).isEmpty();
  }

  @Test
  void theHttpClientsOwnExceptionPassesUnchanged() {
    standIn().script(Reply.status(500));
    client("unsuppress", Leaks.EMAIL)
        .threw(
            "java.io.IOException: Server returned HTTP response code: 500 for URL: "
                + at(Hosts.TRACK, "/api/v1/customers/" + Leaks.EMAIL + "/unsuppress"))
        .operations("unsuppress 500");
  }

  @Test
  void anotherHostsAnswerIsNotTheOutcome() {
    standIn().script(Reply.status(200), Reply.status(500));
    client("identifyUser", Leaks.ID, at(Hosts.OTHER, "/audit"))
        .answered("200")
        .operations("identify success")
        .attempts(PUT + "200");
    assertThat(standIn().received()).hasSize(2);
  }

  @Test
  void nestedClientMethodsAreOneOperationTheOutermost() {
    nested("trackEvent", Leaks.ID)
        .answered("200")
        .operations("track success")
        .attempts(PUT + "200", EVENT + "200")
        .spanCount(3);
  }

  @Test
  void aMethodThroughItsSuperclassIsOneOperation() {
    nested("updateCustomer", Leaks.ID, "2")
        .answered("200")
        .operations("identify success")
        .attempts(PUT + "200");
  }

  @Test
  void aNestedFailureThatWasMendedIsASuccess() {
    standIn().script(Reply.status(500));
    nested("identifyCustomer", Leaks.ID)
        .answered("200")
        .operations("identify success")
        .attempts(PUT + "200", PUT + "500");
  }

  @Test
  void aCallOnAVirtualThread() {
    assumeTrue(jdk().feature() >= 21, "this JDK has no virtual threads");
    standIn().script(Reply.status(429));
    watch()
        .ask("call-virtually", CLIENT, "updateCustomer", Leaks.ID, "3")
        .answered("200")
        .operations("identify success")
        .attempts(PUT + "200", PUT + "429");
  }

  @Test
  void afterAnExceptionTheThreadIsFree() {
    standIn().script(Reply.status(500));
    identify().threw("refused").operations("identify 500");
    watch()
        .ask("url", "code", "POST", at(Hosts.TRACK, "/api/v1/events"), "{}")
        .operations("track_anonymous success");
  }

  @Test
  void theLatencyIsTheWholeCalls() {
    standIn().script(Reply.silence());
    Seen seen = track().operations("track timeout");
    double sum = 0;
    for (Sample sample : seen.scrape().of("customerio_api_latency_ms_sum")) {
      if (sample.label("operation").equals("track") && sample.label("status").equals("error")) {
        sum += sample.value();
      }
    }
    assertThat(sum).as("milliseconds, of a client that waits for two seconds").isGreaterThan(1900);
  }

  private Seen identify() {
    return client("identify", Leaks.ID, "plan=pro");
  }

  private Seen track() {
    return client("track", Leaks.ID, "ordered", "total=12.50");
  }

  private Seen client(String method, String... arguments) {
    return watch().call(CLIENT, method, arguments);
  }

  private Seen nested(String method, String... arguments) {
    return watch().call("customerio.NestedCustomerIoClient", method, arguments);
  }
}
