package io.cioagent.it.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.harness.Build;
import io.cioagent.it.harness.EveryJdk;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import io.cioagent.it.standin.Hosts;
import io.cioagent.it.standin.Reply;
import io.cioagent.it.watch.CommandResult;
import io.cioagent.it.watch.Leaks;
import io.cioagent.it.watch.WatchedApplication;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Client methods that return before their work is done are counted when it is. */
@EveryJdk
class AsyncClientsIT extends WatchedApplication {

  private static final String CLIENT = "customerio.AsyncCustomerIoClient";
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
  void pooledStageIsOneOperationWhenItsExchangeEnds() {
    CountDownLatch released = new CountDownLatch(1);
    standIn().script(Reply.ok().once(released));
    CommandResult seen = call("identify").answered("pending");
    standIn().awaitReceived(1);
    seen.operations();
    released.countDown();
    assertThat(jvm().ask("await")).isEqualTo("= 200");
    seen.operations("identify success").attempts(PUT + "200").spanCount(2);
  }

  @Test
  void failedExchangeIsAnErrorEvenIfTheStageSucceeds() {
    standIn().script(Reply.status(401));
    CommandResult seen = call("identify").answered("pending");
    assertThat(jvm().ask("await")).isEqualTo("= 401");
    seen.operations("identify 401").attempts(PUT + "401");
  }

  @Test
  void plainFutureIsOneOperation() {
    CommandResult seen = call("trackEvent").answered("pending java.util.concurrent.FutureTask");
    assertThat(jvm().ask("await")).isEqualTo("= 200");
    seen.operations("track success").attempts(EVENT + "200");
  }

  @Test
  void plainFutureWhoseExchangeFailedIsAnError() {
    standIn().script(Reply.status(500));
    CommandResult seen = call("trackEvent").answered("pending");
    assertThat(jvm().ask("await")).isEqualTo("= 500");
    seen.operations("track 500").attempts(EVENT + "500");
  }

  @Test
  void stageCompletedFromOutsideCountsThen() {
    CommandResult seen = call("addDevice").answered("pending");
    seen.operations().spanCount(0);
    jvm().ask("call", CLIENT, "finish", "");
    seen.operations("add_device unknown").attempts().spanCount(1);
  }

  @Test
  void stageThatFailedIsAnError() {
    CommandResult seen = call("addDevice").answered("pending");
    jvm().ask("call", CLIENT, "finish", "no such device for " + Leaks.EMAIL);
    assertThat(jvm().ask("await")).contains("no such device for " + Leaks.EMAIL);
    seen.operations("add_device unknown error").attempts();
  }

  @Test
  void plainFutureRunFromOutsideCountsThen() {
    CommandResult seen = call("suppress").answered("pending");
    seen.operations().spanCount(0);
    jvm().ask("call", CLIENT, "runTask");
    assertThat(jvm().ask("await")).isEqualTo("= 200");
    seen.operations("suppress unknown").attempts();
  }

  @Test
  void completedStageCountsImmediately() {
    call("unsuppress")
        .answered("pending")
        .operations("unsuppress success")
        .attempts("POST track.customer.io /api/v1/customers/{identifier}/unsuppress 200");
  }

  @Test
  void nullStageIsASynchronousCall() {
    call("mergeCustomers").answered("null").operations("merge unknown").attempts();
  }

  @Test
  void cancelledStageIsAnError() {
    CommandResult seen = call("trackAnonymous").answered("pending");
    assertThat(jvm().ask("cancel")).isEqualTo("= true");
    seen.operations("track_anonymous cancelled").attempts();
  }

  @Test
  void callersThreadIsFreeWhileTheStageIsPending() {
    CommandResult seen = call("addDevice").answered("pending");
    jvm().ask("url", "code", "POST", at(Hosts.TRACK, "/api/v1/events"), "{}");
    seen.operations("track_anonymous success");
    jvm().ask("call", CLIENT, "finish", "");
    seen.operations("add_device unknown", "track_anonymous success");
  }

  @Test
  void poolThreadKeepsNothingOfThePreviousCall() {
    for (int i = 0; i < 4; i++) {
      CommandResult seen = call("identify");
      assertThat(jvm().ask("await")).isEqualTo("= 200");
      seen.operations("identify success");
    }
    watch()
        .call(CLIENT, "onEveryThread", "/api/v1/events")
        .answered("200 200")
        .operations("track_anonymous success", "track_anonymous success")
        .attempts(
            "POST track.customer.io /api/v1/events 200",
            "POST track.customer.io /api/v1/events 200")
        .spanCount(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"track", "trackEvent"})
  void lateRequestOfABackgroundThreadIsItsOwnOperation(String starts) {
    String client = "customerio.BatchingCustomerIoClient";
    watch().call(client, starts, Leaks.ID).answered("true").operations("track unknown").attempts();
    for (int i = 0; i < 2; i++) {
      standIn().script(Reply.status(500));
      watch()
          .call(client, "flush")
          .answered("500")
          .operations("batch 500")
          .attempts("POST track.customer.io /api/v2/batch 500");
    }
  }

  private CommandResult call(String method) {
    return watch().call(CLIENT, method, Leaks.ID);
  }
}
