package io.cioagent.it.httpclient;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.endpoint.Span;
import io.cioagent.it.harness.Build;
import io.cioagent.it.harness.EveryJdkFrom11;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import io.cioagent.it.standin.Hosts;
import io.cioagent.it.standin.Reply;
import io.cioagent.it.watch.CommandResult;
import io.cioagent.it.watch.Leaks;
import io.cioagent.it.watch.WatchedApplication;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/**
 * Client methods above {@code java.net.http}: one operation, however many exchanges and threads.
 */
@EveryJdkFrom11
class ModernClientIT extends WatchedApplication {

  private static final String PUT = "PUT track.customer.io /api/v1/customers/{identifier} ";

  @Override
  protected RunningJvm start(Jvm jvm) {
    return jvm.agent()
        .classPath(Build.java11Apps())
        .start("io.cioagent.it.apps.HttpClientApp", at(Hosts.TRACK, ""));
  }

  @Test
  void blockingCall() {
    List<Span> spans =
        call("identify").operations("identify success").attempts(PUT + "200").spans(2);
    assertThat(spans.get(0).parentSpanId()).isEqualTo(spans.get(1).spanId());
    assertThat(spans.get(0).name()).isEqualTo("PUT /api/v1/customers/{identifier}");
  }

  @Test
  void blockingCallThatLosesTheStatus() {
    standIn().script(Reply.status(401));
    call("identify").threw("refused").operations("identify 401").attempts(PUT + "401");
  }

  @Test
  void callThatRetriesIsOneOperation() {
    standIn().script(Reply.status(429), Reply.status(503));
    List<Span> spans =
        call("identifyUser")
            .answered("true")
            .operations("identify success")
            .attempts(PUT + "200", PUT + "429", PUT + "503")
            .spans(4);
    assertThat(spans.get(2).attributes()).containsEntry("http.request.resend_count", "2");
  }

  @Test
  void callThatSwallowsItsFailureIsAnError() {
    standIn().script(Reply.status(500), Reply.status(500), Reply.status(500));
    call("identifyUser").answered("false").operations("identify 500");
  }

  @Test
  void asynchronousCallCountsWhenItCompletes() {
    CountDownLatch released = new CountDownLatch(1);
    standIn().script(Reply.ok().once(released));
    CommandResult seen = call("updateCustomer").answered("pending");
    standIn().awaitReceived(1);
    seen.operations();
    released.countDown();
    assertThat(jvm().ask("await")).isEqualTo("= 200");
    List<Span> spans = seen.operations("identify success").attempts(PUT + "200").spans(2);
    assertThat(spans).extracting(Span::traceId).containsOnly(spans.get(0).traceId());
  }

  @Test
  void unobservedFailureIsAnError() {
    standIn().script(Reply.status(500));
    CommandResult seen = call("updateCustomer").answered("pending");
    assertThat(jvm().ask("await")).isEqualTo("= 500");
    seen.operations("identify 500").attempts(PUT + "500");
  }

  @Test
  void stageThatFailsWithoutTheStatus() {
    standIn().script(Reply.status(401));
    CommandResult seen = call("upsertCustomer").answered("pending");
    assertThat(jvm().ask("await")).contains("Customer.io refused");
    seen.operations("identify 401").attempts(PUT + "401");
  }

  @Test
  void retryFromTheCallbackBelongsToTheOperation() {
    standIn().script(Reply.status(429));
    CommandResult seen = call("createOrUpdateCustomer").answered("pending");
    assertThat(jvm().ask("await")).isEqualTo("= 200");
    List<Span> spans =
        seen.operations("identify success").attempts(PUT + "200", PUT + "429").spans(3);
    assertThat(spans)
        .filteredOn(span -> "200".equals(span.attribute("http.response.status_code")))
        .extracting(span -> span.attribute("http.request.resend_count"))
        .containsExactly("1");
  }

  @Test
  void retryThatEndsBeforeTheCallback() {
    standIn().script(Reply.status(429));
    CommandResult seen = call("identifyCustomer").answered("pending");
    assertThat(jvm().ask("await")).isEqualTo("= 200");
    seen.operations("identify success").attempts(PUT + "200", PUT + "429");
  }

  @Test
  void concurrentExchangesAreOneOperation() {
    CommandResult seen = call("addOrUpdateCustomer").answered("pending");
    assertThat(jvm().ask("await")).isEqualTo("= 400");
    seen.operations("identify success").attempts(PUT + "200", PUT + "200");
  }

  @Test
  void abandonedExchangeIsOnlyAnAttempt() {
    CommandResult seen = call("track").answered("true");
    standIn().awaitReceived(1);
    seen.attempts(PUT + "200").operations("track success");
  }

  @Test
  void pendingCallThatIsCancelled() {
    CountDownLatch released = new CountDownLatch(1);
    standIn().script(Reply.ok().once(released));
    CommandResult seen = call("updateCustomer").answered("pending");
    standIn().awaitReceived(1);
    assertThat(jvm().ask("cancel")).isEqualTo("= true");
    // Futures derived from the JDK's are cancelable themselves, and end the exchange.
    seen.operations("identify cancelled").attempts(PUT + "cancelled");
    released.countDown();
  }

  private CommandResult call(String method) {
    return watch().call("customerio.ModernCustomerIoClient", method, Leaks.ID);
  }
}
