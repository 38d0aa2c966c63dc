package io.cioagent.it.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.standin.Hosts;
import io.cioagent.it.standin.Reply;
import io.cioagent.it.watch.CommandResult;
import java.util.Collections;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What only OkHttp can do: interceptors, its dispatcher's queue, its cache. */
@Library("okhttp-cases")
class OkHttpCasesIT extends LibraryApplication {

  private static final String PATH = "/api/v1/accounts/region";
  private static final String GET = "GET track.customer.io " + PATH + " ";

  private CommandResult run(String... words) {
    String[] command = words.clone();
    for (int i = 0; i < command.length; i++) {
      command[i] =
          command[i]
              .replace("URL", at(Hosts.TRACK, PATH))
              .replace("ELSEWHERE", at(Hosts.OTHER, "/token"));
    }
    return watch().ask(command);
  }

  @ParameterizedTest
  @ValueSource(strings = {"intercepted", "intercepted-later"})
  void interceptorThatRetriesIsOneOperation(String how) {
    Reply tooMany = Reply.status(429);
    standIn().script(tooMany, tooMany, tooMany, tooMany, tooMany, Reply.status(200));
    run(how, "retrying", "URL")
        .answered("200")
        .operations("get_region success")
        .attempts(GET + "200", GET + "429", GET + "429", GET + "429", GET + "429", GET + "429")
        .spanCount(6);
  }

  @Test
  void interceptorThatGivesUpFailsTheOperation() {
    standIn().script(Collections.nCopies(6, Reply.status(429)).toArray(new Reply[0]));
    run("intercepted", "retrying", "URL")
        .answered("429")
        .operations("get_region 429")
        .attempts(Collections.nCopies(6, GET + "429").toArray(new String[0]));
  }

  @ParameterizedTest
  @ValueSource(strings = {"intercepted", "intercepted-later"})
  void interceptorThatAnswersItselfSendsNothing(String how) {
    run(how, "answering", "URL").answered("200 made up").nothing();
    assertThat(standIn().received()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"intercepted", "intercepted-later"})
  void interceptorThatThrowsFailsTheOperation(String how) {
    CommandResult seen = run(how, "offline", "URL");
    assertThat(seen.answer()).contains("offline");
    seen.operations("get_region io").attempts(GET + "io").spanCount(1);
  }

  @Test
  void interceptorThatRefusesSendsNothing() {
    run("intercepted", "refusing", "URL").threw("not today").nothing();
  }

  @Test
  void networkInterceptorRunsAboveTheAttempt() {
    run("network-intercepted", "URL")
        .answered("200")
        .operations("get_region success")
        .attempts(GET + "200")
        .spanCount(1);
    assertThat(standIn().received().get(0).header("X-Network")).isEqualTo("yes");
  }

  @Test
  void nestedCallToAnotherHostIsIgnored() {
    run("intercepted", "asking-before", "URL", "ELSEWHERE")
        .answered("200")
        .operations("get_region success")
        .attempts(GET + "200")
        .spanCount(1);
    assertThat(standIn().received()).hasSize(2);
    standIn().reset();
    run("intercepted", "asking-before", "ELSEWHERE", "URL")
        .answered("200")
        .operations("get_region success")
        .attempts(GET + "200")
        .spanCount(1);
    assertThat(standIn().received()).hasSize(2);
  }

  @Test
  void nestedCallToAnotherHostIsNoAttempt() {
    run("intercepted", "asking-before-offline", "URL", "ELSEWHERE")
        .threw("offline")
        .operations("get_region io")
        .attempts(GET + "io");
  }

  @Test
  void tokenRequestBetweenTwoAttemptsIsIgnored() {
    standIn().script(Reply.status(401));
    run("intercepted", "asking-after-401", "URL", "ELSEWHERE")
        .answered("200")
        .operations("get_region success")
        .attempts(GET + "200", GET + "401")
        .spanCount(2);
    assertThat(standIn().received()).hasSize(3);
  }

  @Test
  void nestedCallToCustomerIoIsItsOwnOperation() {
    standIn().script(Reply.status(401), Reply.status(500));
    run("intercepted", "asking-after-401", "URL", "URL")
        .answered("200")
        .operations("get_region 500", "get_region success")
        .attempts(GET + "200", GET + "401", GET + "500")
        .spanCount(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"intercepted", "intercepted-later"})
  void interceptorThatRedirectsToAnotherHost(String how) {
    standIn().script(Reply.status(429));
    run(how, "moving", "URL")
        .answered("429")
        .operations("get_region 429")
        .attempts(GET + "429")
        .spanCount(1);
  }

  @Test
  void cachedResponseIsNoExchange() {
    standIn().script(Reply.status(200, "{}", "Cache-Control: max-age=600"));
    run("cached", "URL").answered("200").operations("get_region success").attempts(GET + "200");
    run("cached", "URL").answered("200").nothing();
    assertThat(standIn().received()).hasSize(1);
  }

  @Test
  void cacheRevalidation() {
    standIn().script(Reply.status(200, "{}", "ETag: \"1\"", "Cache-Control: no-cache"));
    run("cached", "URL?fresh=1").answered("200").operations("get_region success");
    standIn().script(Reply.status(304));
    run("cached", "URL?fresh=1")
        .answered("200")
        .operations("get_region success")
        .attempts(GET + "304")
        .spanCount(1);
  }

  @Test
  void authenticatorRetryIsAnAttempt() {
    standIn().script(Reply.status(401, "{}", "WWW-Authenticate: Basic realm=\"x\""));
    run("authenticated", "URL")
        .answered("200")
        .operations("get_region success")
        .attempts(GET + "200", GET + "401")
        .spanCount(2);
  }

  @Test
  void brokenPooledConnectionIsRetriedSilently() {
    run("execute", "URL").answered("200").operations("get_region success");
    standIn().reset();
    standIn().script(Reply.bytes(""));
    run("execute", "URL")
        .answered("200")
        .operations("get_region success")
        .attempts(GET + "200", GET + "reset")
        .spanCount(2);
    assertThat(standIn().received()).hasSize(2);
  }

  @Test
  void brokenPooledConnectionWithoutRetry() {
    run("execute", "URL").answered("200").operations("get_region success");
    standIn().script(Reply.bytes(""));
    run("unrepeated", "URL")
        .threw("")
        .operations("get_region reset")
        .attempts(GET + "reset")
        .spanCount(1);
  }

  @Test
  void callRunsOnlyOnce() {
    run("twice", "URL")
        .threw("IllegalStateException")
        .operations("get_region success")
        .attempts(GET + "200");
    standIn().script(Reply.status(404));
    CommandResult seen = run("enqueued-twice", "URL").answered("404");
    assertThat(seen.answer()).contains("IllegalStateException");
    seen.operations("get_region 404").attempts(GET + "404").spanCount(1);
  }

  @Test
  void repeatedRequestIsAnotherOperation() {
    standIn().script(Reply.status(500));
    run("again", "URL")
        .answered("500")
        .operations("get_region 500", "get_region success")
        .attempts(GET + "200", GET + "500")
        .spanCount(2);
  }

  @Test
  void rejectingDispatcher() {
    CommandResult seen = run("refused", "URL");
    assertThat(seen.answer()).containsAnyOf("RejectedExecutionException", "executor rejected");
    seen.operations("get_region cancelled").attempts(GET + "cancelled").spanCount(1);
    assertThat(standIn().received()).isEmpty();
  }

  @Test
  void callCancelledInTheQueueNeverRan() {
    CountDownLatch released = new CountDownLatch(1);
    standIn().script(Reply.status(500).once(released));
    CommandResult seen = run("queue", "URL").answered("running 1, queued 1");
    standIn().awaitReceived(1);
    assertThat(jvm().ask("queue-cancel")).isEqualTo("= cancelled");
    seen.operations();
    released.countDown();
    assertThat(jvm().ask("queue-answer", "0")).startsWith("= 500");
    assertThat(jvm().ask("queue-answer", "1")).contains("Canceled");
    seen.operations("get_region 500", "get_region cancelled")
        .attempts(GET + "500", GET + "cancelled")
        .spanCount(2);
    assertThat(standIn().received()).hasSize(1);
  }

  @Test
  void queueWhoseThreadsEnd() {
    needs("refuses-from-the-queue");
    CountDownLatch released = new CountDownLatch(1);
    standIn().script(Reply.status(200).once(released));
    CommandResult seen = run("queue", "URL").answered("running 1, queued 1");
    standIn().awaitReceived(1);
    jvm().ask("queue-shutdown");
    released.countDown();
    assertThat(jvm().ask("queue-answer", "0")).startsWith("= 200");
    assertThat(jvm().ask("queue-answer", "1")).contains("executor rejected");
    seen.operations("get_region success", "get_region cancelled")
        .attempts(GET + "200", GET + "cancelled")
        .spanCount(2);
  }
}
