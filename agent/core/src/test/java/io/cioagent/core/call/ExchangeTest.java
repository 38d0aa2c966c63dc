package io.cioagent.core.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.core.observe.ObservedApplication;
import io.cioagent.core.operation.Api;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExchangeTest {
  private static final String HOST = ObservedApplication.TRACK_HOST;
  private static final String PATH = ObservedApplication.CUSTOMER_PATH;

  private final ObservedApplication app = new ObservedApplication();

  @Test
  void exchangeWithoutACallIsAnOperationNamedAfterItsRoute() {
    Exchange exchange = app.sends();
    assertThat(app.recorder.startedCalls).hasSize(1);
    assertThat(app.recorder.startedAttempts).hasSize(1);
    ObservedApplication.answers(exchange, 200);

    Call call = app.recorder.onlyCall();
    assertThat(call.operation().name()).isEqualTo("identify");
    assertThat(call.api()).isSameAs(Api.TRACK);
    assertThat(call.isFromClientMethod()).isFalse();
    assertThat(call.userId()).isNull();
    assertThat(call.eventName()).isNull();
    assertThat(call.attempts()).isEqualTo(1);
    assertThat(app.recorder.onlyAttempt().call()).isSameAs(call);
  }

  @Test
  void reportsTheRequestLine() {
    Exchange exchange = app.observer.startExchange();
    exchange.attempt("PUT", "https", "TRACK.customer.io.", -1, PATH + "?a=b");
    ObservedApplication.answers(exchange, 200);

    Request request = app.recorder.onlyAttempt().request();
    assertThat(request.method()).isEqualTo("PUT");
    assertThat(request.scheme()).isEqualTo("https");
    assertThat(request.host()).isEqualTo(HOST);
    assertThat(request.port()).isEqualTo(443);
    assertThat(request.hasQuery()).isTrue();
    assertThat(request.route().template()).isEqualTo("/api/v1/customers/{identifier}");
  }

  @ParameterizedTest
  @CsvSource({"https,-1,443", "http,-1,80", "http,0,80", "http,8080,8080", ",-1,80"})
  void reportsTheDefaultPortIfTheUrlHasNone(String scheme, int port, int expected) {
    app.observer.startExchange().attempt("PUT", scheme, HOST, port, PATH);
    assertThat(app.recorder.startedAttempts.get(0).request().port()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "200,,",
    "202,,",
    "204,,",
    "304,,",
    "101,,",
    "207,partial_failure,",
    "301,301,",
    "302,302,",
    "400,400,400",
    "401,401,401",
    "404,404,404",
    "429,429,429",
    "500,500,500",
    "599,599,599",
  })
  void statusIsTheOutcome(int status, String ofOperation, String ofAttempt) {
    app.exchanges(status);
    assertThat(app.recorder.onlyCall().errorType()).isEqualTo(ofOperation);
    assertThat(app.recorder.onlyAttempt().status()).isEqualTo(status);
    assertThat(app.recorder.onlyAttempt().errorType()).isEqualTo(ofAttempt);
  }

  @Test
  void truncatedBodyAfterASuccessStatusIsAnError() {
    Exchange exchange = app.sends();
    exchange.answered(200);
    SocketException reset = new SocketException("Connection reset");
    exchange.end(200, reset);

    assertThat(app.recorder.onlyCall().errorType()).isEqualTo("reset");
    assertThat(app.recorder.onlyCall().error()).isSameAs(reset);
    assertThat(app.recorder.onlyAttempt().status()).isEqualTo(200);
    assertThat(app.recorder.onlyAttempt().errorType()).isEqualTo("reset");
  }

  @Test
  void errorStatusTakesPrecedenceOverAnException() {
    Exchange exchange = app.sends();
    exchange.end(503, new SocketTimeoutException());
    assertThat(app.recorder.onlyCall().errorType()).isEqualTo("503");
    assertThat(app.recorder.onlyAttempt().errorType()).isEqualTo("503");
  }

  @Test
  void missingResponseIsAnError() {
    UnknownHostException unknownHost = new UnknownHostException(HOST);
    app.sends().end(0, unknownHost);
    assertThat(app.recorder.onlyCall().errorType()).isEqualTo("dns");
    assertThat(app.recorder.onlyCall().error()).isSameAs(unknownHost);
    assertThat(app.recorder.onlyAttempt().status()).isZero();
    assertThat(app.recorder.onlyAttempt().errorType()).isEqualTo("dns");
    assertThat(app.recorder.onlyAttempt().error()).isSameAs(unknownHost);
  }

  @Test
  void truncatedResponseIsClassifiedByItsStatusUnlessItIsASuccess() {
    Exchange bad = app.sends();
    bad.answered(500);
    bad.end(0, new SocketException("Connection reset"));
    Exchange good = app.sends();
    good.answered(200);
    good.end(0, new SocketException("Connection reset"));
    assertThat(app.recorder.endedCalls).extracting(Call::errorType).containsExactly("500", "reset");
    assertThat(app.recorder.endedAttempts)
        .extracting(Attempt::errorType)
        .containsExactly("500", "reset");
  }

  @Test
  void responseWithoutAStatusLine() {
    app.sends().end(0, null);
    assertThat(app.recorder.onlyCall().errorType()).isEqualTo("io");
    assertThat(app.recorder.onlyAttempt().errorType()).isEqualTo("io");
  }

  @Test
  void requestsToOtherHostsAreNotReported() {
    Exchange exchange = app.observer.startExchange();
    exchange.attempt("GET", "https", "elsewhere.example", -1, "/");
    exchange.answered(500);
    exchange.end(500, null);
    Exchange withoutHost = app.observer.startExchange();
    withoutHost.attempt("GET", "https", null, -1, "/");
    withoutHost.end(0, new SocketException());

    assertThat(app.recorder.startedCalls).isEmpty();
    assertThat(app.recorder.startedAttempts).isEmpty();
    assertThat(app.recorder.endedCalls).isEmpty();
  }

  @Test
  void requestThatWasNeverSentIsNotReported() {
    Exchange exchange = app.observer.startExchange();
    assertThat(exchange.isUntried()).isTrue();
    exchange.begin();
    exchange.end(0, new SocketException());
    assertThat(app.recorder.startedCalls).isEmpty();
    assertThat(app.recorder.endedCalls).isEmpty();
  }

  @Test
  void interimResponsesAreIgnored() {
    Exchange exchange = app.sends();
    exchange.answered(100);
    exchange.answered(103);
    exchange.end(0, new SocketTimeoutException("Read timed out"));
    assertThat(app.recorder.onlyAttempt().status()).isZero();
    assertThat(app.recorder.onlyCall().errorType()).isEqualTo("timeout");
  }

  @Test
  void eventsAfterTheEndAreIgnored() {
    Exchange exchange = app.sends();
    ObservedApplication.answers(exchange, 200);
    exchange.answered(500);
    exchange.end(500, null);
    exchange.begin();
    ObservedApplication.tries(exchange);
    exchange.end(0, new SocketException());

    assertThat(exchange.isOpen()).isFalse();
    assertThat(app.recorder.startedAttempts).hasSize(1);
    assertThat(app.recorder.onlyAttempt().status()).isEqualTo(200);
    assertThat(app.recorder.onlyCall().errorType()).isNull();
  }

  @Test
  void reportsItsState() {
    Exchange exchange = app.observer.startExchange();
    assertThat(exchange.isUntried()).isTrue();
    assertThat(exchange.isOpen()).isFalse();
    ObservedApplication.tries(exchange);
    assertThat(exchange.isUntried()).isFalse();
    assertThat(exchange.isOpen()).isTrue();
    exchange.end(200, null);
    assertThat(exchange.isOpen()).isFalse();
  }

  @Test
  void malformedRequestLinesAreOtherOperations() {
    char[] long10k = new char[10_000];
    Arrays.fill(long10k, 'x');
    String[] paths = {null, "", "no-slash", "/api/v1/nothing/like/that", "?a=b"};
    for (String path : paths) {
      Exchange exchange = app.observer.startExchange();
      exchange.attempt(null, null, HOST, -1, path);
      exchange.end(200, null);
    }
    assertThat(app.recorder.endedCalls)
        .hasSize(paths.length)
        .allMatch(call -> call.operation().name().equals("other"));

    String customers = "/api/v1/customers/";
    for (String id : new String[] {"a%2Fb", "a@b.example", new String(long10k)}) {
      Exchange exchange = app.observer.startExchange();
      exchange.attempt("PUT", "https", HOST, -1, customers + id);
      exchange.end(200, null);
      assertThat(app.recorder.endedCalls.get(app.recorder.endedCalls.size() - 1).operation().name())
          .isEqualTo("identify");
    }
  }
}
