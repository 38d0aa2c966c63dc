package io.cioagent.it.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.cioagent.it.endpoint.Span;
import io.cioagent.it.harness.Build;
import io.cioagent.it.harness.EveryRow;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import io.cioagent.it.parity.Parity;
import io.cioagent.it.parity.Step;
import io.cioagent.it.standin.DeadPort;
import io.cioagent.it.standin.Hosts;
import io.cioagent.it.standin.Reply;
import io.cioagent.it.watch.CommandResult;
import io.cioagent.it.watch.Leaks;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The one list of cases for every HTTP library. A class for each library names it with {@link
 * Library}, so that the test processes share the work, and adds what only that library can do.
 */
abstract class LibraryCases extends SendCases {

  private static final int BUSY_CALLS = 1500;

  private static final String CLIENT = "customerio.LibraryCustomerIoClient";

  @ParameterizedTest
  @ValueSource(ints = {200, 429, 500})
  @EveryRow
  void clientAboveTheLibraryCountsOnce(int status) {
    standIn().script(Reply.status(status));
    CommandResult seen = watch().call(CLIENT, "identify", Leaks.ID, "plan=pro");
    if (status == 200) {
      seen.answered("null").operations("identify success");
    } else {
      seen.threw("Customer.io refused").operations("identify " + status);
    }
    assertOneAttempt(seen.attempts(PUT + status));
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 401})
  @EveryRow
  void asynchronousClientCountsWhenItCompletes(int status) {
    CountDownLatch released = new CountDownLatch(1);
    standIn().script(Reply.status(status).once(released));
    CommandResult seen = watch().call(CLIENT, "identifyUser", Leaks.ID).answered("pending");
    standIn().awaitReceived(1);
    seen.operations();
    released.countDown();
    assertThat(jvm().ask("await")).isEqualTo("= " + status);
    seen.operations("identify " + (status == 200 ? "success" : "401"));
    assertOneAttempt(seen.attempts(PUT + status));
  }

  @Test
  void swallowedStatusIsAnError() {
    standIn().script(Reply.status(503));
    CommandResult seen = watch().call(CLIENT, "updateCustomer", Leaks.ID).answered("false");
    assertOneAttempt(seen.operations("identify 503").attempts(PUT + "503"));
  }

  @Test
  void swallowedExceptionIsAnError() {
    scriptAlways(Reply.reset());
    watch()
        .call(CLIENT, "updateCustomer", Leaks.ID)
        .answered("false")
        .operations("identify reset")
        .onlyAttempts(PUT + "reset");
  }

  @Test
  void clientThatRetriesIsOneOperation() {
    standIn().script(Reply.status(429));
    watch()
        .call(CLIENT, "upsertCustomer", Leaks.ID, "3")
        .answered("true")
        .operations("identify success")
        .attempts(PUT + "200", PUT + "429")
        .spanCount(3);
  }

  @ParameterizedTest
  @MethodSource("mainWays")
  void threadsKeepNothingOfTheCall(String way) {
    for (int i = 0; i < 4; i++) {
      CommandResult seen = watch().call(CLIENT, "identifyUser", Leaks.ID);
      assertThat(jvm().ask("await")).isEqualTo("= 200");
      seen.operations("identify success");
    }
    watch()
        .ask("http-concurrent", way, "POST", at(Hosts.TRACK, "/api/v1/events"), BODY, "3")
        .answered("{200=3}")
        .operations("track_anonymous success", "track_anonymous success", "track_anonymous success")
        .spanCount(3);
  }

  @Test
  void agentChangesNothing() {
    try (DeadPort refusing = DeadPort.refusing()) {
      String seen =
          Parity.assertSame(
              standIn(),
              () -> prepared(Jvm.on(jdk()).option(Hosts.option())),
              mainClass(),
              script("http://" + Hosts.TRACK + ":" + refusing.port()),
              arguments());
      assertThat(seen).contains("-> = 200", "-> = 401", "-> !", Leaks.ID);
    }
  }

  /**
   * What the agent keeps by weak references until they are processed, every young collection
   * copies: under load that lengthens each pause. Java 8 does not log their number.
   */
  @Test
  void nothingOfAnExchangeWaitsForACollection() {
    assumeTrue(jdk().feature() >= 17);
    CollectionLog log = new CollectionLog(Build.scratch("collections").resolve("gc.log"));
    Jvm small = Jvm.on(jdk()).option(Hosts.option()).option("-Xmn6m").option(log.option());
    try (RunningJvm busy = prepared(small).agent().start(mainClass(), arguments()).ready()) {
      identify(busy, 100);
      int before = log.collections();
      long warmUp = log.weakReferences();
      identify(busy, BUSY_CALLS);
      assertThat(busy.finish()).isZero();
      assertThat(log.collections()).isGreaterThan(before + 2);
      long found = log.weakReferences() - warmUp;
      assertThat(found - otherWeakReferences(BUSY_CALLS, log.collections() - before))
          .isLessThan(BUSY_CALLS / 2);
    }
  }

  /** Those of the library's own, and of the calls that are under way when a collection begins. */
  long otherWeakReferences(int calls, int collections) {
    return 0;
  }

  private static void identify(RunningJvm application, int times) {
    for (int i = 0; i < times; i++) {
      assertThat(application.ask("call", CLIENT, "identify", Leaks.ID, "plan=pro"))
          .isEqualTo("= null");
    }
  }

  /** May be added to. */
  protected List<Step> script(String refusing) {
    String put = " PUT BASE" + CUSTOMER + "?a=b " + BODY;
    String get = " GET BASE/api/v1/accounts/region ";
    List<Step> script = new ArrayList<>();
    for (String way : row().answeredWays()) {
      String http = "http " + way;
      script.add(Step.of(http + put));
      script.add(Step.of(http + put, Reply.status(401, "{\"no\":1}", "X-More: yes")));
      script.add(Step.of(http + get, Reply.redirect(302, "/moved")));
      script.add(Step.of(http + get, Reply.status(204)));
      script.add(Step.of(http + get, Reply.half()));
      script.add(Step.of(http + get, Reply.bytes("no status line\r\n\r\n")));
      String send = http + " POST BASE" + SEND + " " + BODY;
      for (Reply answer : Answers.odd()) {
        script.add(Step.of(send, answer));
      }
    }
    for (String way : row().mainWays()) {
      String http = "http " + way;
      script.add(Step.of(http + put.replace("BASE", refusing)));
      script.add(Step.of(http + put.replace("BASE", "http://" + Hosts.UNKNOWN)));
      script.add(Step.of(http + put.replace("BASE", "ELSEWHERE")));
      script.add(Step.always(Reply.bytes(""), (http + put).split(" ", -1)));
    }
    if (row().can("timeout")) {
      script.add(Step.unanswered("http timeout" + put).inARace());
    }
    if (row().can("proxy")) {
      script.add(Step.of("http proxy" + put.replace("BASE", "http://" + Hosts.TRACK)));
    }
    for (String call : new String[] {"identify cust-5512 plan=pro", "updateCustomer cust-5512"}) {
      script.add(Step.of("call " + CLIENT + " " + call));
      script.add(Step.of("call " + CLIENT + " " + call, Reply.status(500)));
    }
    return script;
  }

  /** Beneath the operation's span. */
  private static void assertOneAttempt(CommandResult seen) {
    List<Span> spans = seen.spans(2);
    Span attempt = spans.get(0).parentSpanId().isEmpty() ? spans.get(1) : spans.get(0);
    Span operation = attempt.equals(spans.get(0)) ? spans.get(1) : spans.get(0);
    assertThat(operation.name()).isEqualTo("customerio.identify");
    assertThat(attempt.name()).isEqualTo("PUT /api/v1/customers/{identifier}");
    assertThat(attempt.parentSpanId()).isEqualTo(operation.spanId());
  }
}
