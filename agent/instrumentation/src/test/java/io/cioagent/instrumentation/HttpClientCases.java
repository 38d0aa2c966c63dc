package io.cioagent.instrumentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.cioagent.core.call.Attempt;
import io.cioagent.core.call.Call;
import io.cioagent.core.call.Outcome;
import io.cioagent.core.observe.Observer;
import io.cioagent.core.observe.Recorder;
import io.cioagent.core.operation.Hosts;
import io.cioagent.core.operation.Routes;
import io.cioagent.core.webhook.WebhookRules;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The facts that the adapters of each HTTP client must give, with the real library woven in this
 * JVM. Versions, further ways of sending and faults are covered by the integration tests.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class HttpClientCases {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);
  private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  private final Recorder recorder = new Recorder();
  private LocalServer server;
  private LocalServer otherServer;
  private String closedServer;
  private WovenClasses woven;

  /** What weaves the library. */
  protected abstract List<? extends Instrumentation> instrumentations(Observer observer)
      throws ReflectiveOperationException;

  /** A class of the library that must have been woven after a request. */
  protected abstract String wovenClass();

  /**
   * Sends a request, follows redirects and reads the answer.
   *
   * @param body null for none
   * @return the status
   */
  protected abstract int send(String method, URI uri, byte[] body) throws Exception;

  @BeforeAll
  void weave() throws Exception {
    server = new LocalServer();
    otherServer = new LocalServer();
    LocalServer closed = new LocalServer();
    closedServer = closed.authority();
    closed.close();
    Hosts hosts = new Hosts(Arrays.asList(server.authority(), closedServer));
    Observer observer = new Observer(hosts, Routes.load(), recorder, WebhookRules.DEFAULT);
    woven = new WovenClasses(observer, instrumentations(observer));
  }

  @BeforeEach
  void clear() {
    recorder.endedCalls.clear();
    recorder.endedAttempts.clear();
  }

  @AfterEach
  void nothingFailed() {
    assertThat(woven.failures()).isEmpty();
    assertThat(recorder.failures).isEmpty();
  }

  @AfterAll
  void restore() throws Exception {
    woven.close();
    server.close();
    otherServer.close();
  }

  @Test
  void requestIsOneCallWithOneAttempt() throws Exception {
    assertThat(send("PUT", server.customer("200"), new byte[] {'{', '}'})).isEqualTo(200);

    Call call = onlyCall();
    assertThat(call.outcome()).isEqualTo(Outcome.SUCCESS);
    assertThat(call.operation().name()).isEqualTo("identify");
    assertThat(recorder.endedAttempts)
        .singleElement()
        .satisfies(attempt -> assertSent(attempt, "PUT"));
    assertThat(recorder.endedAttempts.get(0).status()).isEqualTo(200);
    assertThat(recorder.endedAttempts.get(0).errorType()).isNull();
    assertThat(woven.names()).contains(wovenClass());
  }

  @Test
  void methodOfRequestWithoutBody() throws Exception {
    assertThat(send("DELETE", server.customer("200"), null)).isEqualTo(200);

    assertThat(onlyCall().operation().name()).isEqualTo("delete");
    assertSent(recorder.endedAttempts.get(0), "DELETE");
  }

  @Test
  void errorStatusIsErrorOfCallAndAttempt() throws Exception {
    assertThat(send("PUT", server.customer("503"), new byte[] {'{', '}'})).isEqualTo(503);

    Call call = onlyCall();
    assertThat(call.outcome()).isEqualTo(Outcome.ERROR);
    assertThat(call.errorType()).isEqualTo("503");
    assertThat(recorder.endedAttempts).singleElement().extracting(Attempt::status).isEqualTo(503);
    assertThat(recorder.endedAttempts.get(0).errorType()).isEqualTo("503");
  }

  @Test
  void followedRedirectIsOneCallWithTwoAttempts() throws Exception {
    assertThat(send("GET", server.customer("moved"), null)).isEqualTo(200);

    assertThat(onlyCall().outcome()).isEqualTo(Outcome.SUCCESS);
    assertThat(recorder.endedAttempts).extracting(Attempt::status).containsExactly(302, 200);
    assertThat(recorder.endedAttempts).extracting(it -> it.request().method()).containsOnly("GET");
    assertThat(recorder.endedAttempts).extracting(Attempt::resendCount).containsExactly(0, 1);
  }

  @Test
  void refusedConnectionIsAnAttemptWithoutStatus() throws Exception {
    URI uri = URI.create("http://" + closedServer + "/api/v1/customers/1");
    assertThat(catchThrowable(() -> send("PUT", uri, new byte[] {'{', '}'}))).isNotNull();

    assertThat(onlyCall().errorType()).isEqualTo("connect");
    assertThat(recorder.endedAttempts)
        .isNotEmpty()
        .allSatisfy(attempt -> assertThat(attempt.errorType()).isEqualTo("connect"))
        .allSatisfy(attempt -> assertThat(attempt.status()).isZero());
  }

  @Test
  void connectionClosedWithoutAnswerIsReset() throws Exception {
    assertThat(catchThrowable(() -> send("GET", server.customer("reset"), null))).isNotNull();

    assertThat(onlyCall().errorType()).isEqualTo("reset");
    assertThat(recorder.endedAttempts)
        .isNotEmpty()
        .allSatisfy(attempt -> assertThat(attempt.errorType()).isEqualTo("reset"));
  }

  @Test
  void requestToAnotherHostIsNotObserved() throws Exception {
    assertThat(send("PUT", otherServer.customer("200"), new byte[] {'{', '}'})).isEqualTo(200);
    assertThat(send("PUT", server.customer("200"), new byte[] {'{', '}'})).isEqualTo(200);

    assertThat(onlyCall().outcome()).isEqualTo(Outcome.SUCCESS);
    assertThat(recorder.endedAttempts).hasSize(1);
  }

  private static void assertSent(Attempt attempt, String method) {
    assertThat(attempt.request().method()).isEqualTo(method);
    assertThat(attempt.request().scheme()).isEqualTo("http");
    assertThat(attempt.request().host()).isEqualTo("127.0.0.1");
    assertThat(attempt.request().route().template()).isEqualTo("/api/v1/customers/{identifier}");
    assertThat(attempt.request().hasQuery()).isFalse();
  }

  private Call onlyCall() throws TimeoutException {
    await(() -> !recorder.endedCalls.isEmpty());
    assertThat(recorder.endedCalls).hasSize(1);
    return recorder.endedCalls.get(0);
  }

  /** A library may complete a request before the agent, on another thread, has recorded it. */
  private static void await(BooleanSupplier condition) throws TimeoutException {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - start > PATIENCE_NANOS) {
        throw new TimeoutException("No call ended");
      }
      LockSupport.parkNanos(POLL_NANOS);
    }
  }
}
