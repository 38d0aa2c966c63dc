package io.cioagent.it.handover;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.cioagent.it.harness.Build;
import io.cioagent.it.harness.EveryJdk;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import io.cioagent.it.standin.Hosts;
import io.cioagent.it.standin.Reply;
import io.cioagent.it.watch.CommandResult;
import io.cioagent.it.watch.Leaks;
import io.cioagent.it.watch.WatchedApplication;
import java.util.Collections;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client method has sent by other threads is its own, however it gets there. */
@EveryJdk
class HandoverIT extends WatchedApplication {

  private static final String PUT = "PUT track.customer.io /api/v1/customers/{identifier} ";

  @Override
  protected RunningJvm start(Jvm jvm) {
    return jvm.agent()
        .classPath(Build.java8Apps())
        .start("io.cioagent.it.apps.ClientsApp", at(Hosts.TRACK, ""));
  }

  @ParameterizedTest
  @CsvSource({
    "Pool,     identify",
    "Pool,     identifyUser",
    "ForkJoin, identify",
    "ForkJoin, upsertCustomer",
    "ForkJoin, identifyUser",
    "Timer,    identify",
    "Timer,    upsertCustomer",
    "Timer,    updateCustomer",
    "Timer,    identifyUser",
    "Thread,   identify",
    "Thread,   identifyUser",
    "Thread,   upsertCustomer",
  })
  void requestIsPartOfTheCall(String client, String method) {
    for (int status : new int[] {200, 500}) {
      standIn().script(Reply.status(status));
      call(client, method)
          .operations("identify " + (status == 200 ? "success" : status))
          .attempts(PUT + status)
          .spanCount(2);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Pool,     updateCustomer,         2",
    "Pool,     upsertCustomer,         2",
    "ForkJoin, updateCustomer,         2",
    "ForkJoin, addOrUpdateCustomer,    2",
    "ForkJoin, createOrUpdateCustomer, 2",
    "ForkJoin, identifyCustomer,       2",
  })
  void allRequestsArePartOfTheCall(String client, String method, int requests) {
    call(client, method)
        .operations("identify success")
        .attempts(Collections.nCopies(requests, PUT + 200).toArray(new String[0]))
        .spanCount(requests + 1);
  }

  @ParameterizedTest
  @CsvSource({"track, 8", "trackEvent, 2"})
  void parallelStreamAndManyTasksAtOnceAreOneCall(String method, int requests) {
    call("ForkJoin", method)
        .operations("track success")
        .attempts(Collections.nCopies(requests, PUT + 200).toArray(new String[0]))
        .spanCount(requests + 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"track", "trackEvent", "postEvent", "sendEvent"})
  void virtualThreadIsPartOfTheCall(String method) {
    assumeTrue(jdk().feature() >= 21, "no virtual threads");
    call("Thread", method).answered("true").operations("track success").attempts(PUT + 200);
    standIn().script(Reply.status(500));
    call("Thread", method).answered("true").operations("track 500").attempts(PUT + 500);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Pool", "ForkJoin", "Timer", "Thread"})
  void callIsNotOverBeforeTheRequestIsAnswered(String client) {
    CountDownLatch released = new CountDownLatch(1);
    standIn().script(Reply.ok().once(released));
    CommandResult seen = call(client, "identify");
    standIn().awaitReceived(1);
    seen.operations();
    released.countDown();
    seen.operations("identify success").attempts(PUT + 200);
  }

  @ParameterizedTest
  @CsvSource({
    "suppress,       suppress",
    "unsuppress,     unsuppress",
    "addDevice,      add_device",
    "trackAnonymous, track_anonymous",
  })
  void taskThatNeverRunsIsNotAwaited(String method, String operation) {
    call("Pool", method).operations(operation + " unknown").attempts();
  }

  @Test
  void rejectedTaskIsNotAwaited() {
    call("Pool", "deleteDevice")
        .threw("RejectedExecutionException")
        .operations("delete_device cancelled")
        .attempts();
    call("Pool", "identifyCustomer").answered("true").operations("identify unknown").attempts();
  }

  @Test
  void rejectedTaskThatStillRunsIsPartOfTheCall() {
    call("Pool", "triggerBroadcast").operations("trigger_broadcast success").attempts(PUT + 200);
  }

  @Test
  void callerRunsTaskIsPartOfTheCall() {
    call("Pool", "mergeCustomers").operations("merge success").attempts(PUT + 200);
  }

  @Test
  void longTimerIsNotAwaitedAndItsRequestIsItsOwnOperation() {
    call("Timer", "track")
        .operations("identify success", "track unknown")
        .attempts(PUT + 200)
        .spanCount(2);
  }

  @Test
  void periodicTaskBelongsToNoCall() {
    call("Timer", "trackEvent")
        .operations("identify success", "track unknown")
        .attempts(PUT + 200)
        .spanCount(2);
    jvm().ask("call", client("Timer"), "stop");
  }

  @Test
  void delayedRetryIsOneOperation() {
    standIn().script(Reply.status(500), Reply.ok());
    call("Thread", "updateCustomer")
        .operations("identify success")
        .attempts(PUT + 200, PUT + 500)
        .spanCount(3);
  }

  @Test
  void threadThatCannotBeStartedAgainIsStillPartOfTheCall() {
    call("Thread", "addDevice").operations("add_device success").attempts(PUT + 200);
  }

  @Test
  void poolThreadKeepsNothingOfThePreviousCall() {
    for (int i = 0; i < 4; i++) {
      call("ForkJoin", "identifyUser").operations("identify success");
    }
    call("ForkJoin", "onEveryThread").answered("200").operations("identify success").spanCount(1);
  }

  private static String client(String name) {
    return "customerio.handover." + name + "CustomerIoClient";
  }

  private CommandResult call(String client, String method) {
    return watch().call(client(client), method, Leaks.ID);
  }
}
