package io.cioagent.core.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.core.observe.ObservedApplication;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

/**
 * Requests that the HTTP library itself tries again: redirects, authentication, lost connections.
 */
class RetriedExchangeTest {
  private final ObservedApplication app = new ObservedApplication();

  @Test
  void severalAttemptsOfOneRequest() {
    Exchange exchange = app.sends();
    exchange.answered(401);
    ObservedApplication.tries(exchange);
    exchange.answered(200);
    exchange.end(200, null);

    assertThat(app.heard.onlyCall().errorType()).isNull();
    assertThat(app.heard.onlyCall().attempts()).isEqualTo(2);
    assertThat(app.heard.endedAttempts).extracting(Attempt::resendCount).containsExactly(0, 1);
    assertThat(app.heard.endedAttempts).extracting(Attempt::errorType).containsExactly("401", null);
  }

  @Test
  void attemptThatWasTriedAgainWithoutAnAnswerIsAnIoError() {
    Exchange exchange = app.sends();
    ObservedApplication.tries(exchange);
    ObservedApplication.answers(exchange, 200);
    assertThat(app.heard.endedAttempts).extracting(Attempt::errorType).containsExactly("io", null);
    assertThat(app.heard.onlyCall().errorType()).isNull();
  }

  @Test
  void pauseBeforeTheNextAttemptIsPartOfNone() {
    Exchange answered = app.sends();
    answered.answered(429);
    final long afterAnswer = pause();
    ObservedApplication.tries(answered);
    answered.failed(new SocketException("Connection reset"));
    final long afterFailure = pause();
    ObservedApplication.tries(answered);
    ObservedApplication.answers(answered, 200);

    Attempt first = app.heard.endedAttempts.get(0);
    Attempt second = app.heard.endedAttempts.get(1);
    assertThat(first.endNanos()).isLessThan(afterAnswer);
    assertThat(second.startNanos()).isGreaterThan(afterAnswer);
    assertThat(second.endNanos()).isLessThan(afterFailure);
    assertThat(second.errorType()).isEqualTo("reset");
  }

  /** Until the clock has moved on. */
  private static long pause() {
    long before = System.nanoTime();
    long now = before;
    while (now == before) {
      now = System.nanoTime();
    }
    return now;
  }

  @Test
  void redirectAwayFromCustomerIoEndsTheAttemptAndBeginsNone() {
    Exchange exchange = app.sends();
    exchange.answered(307);
    exchange.attempt("PUT", "https", "elsewhere.example", -1, "/moved");
    assertThat(exchange.isOpen()).isFalse();
    exchange.answered(200);
    exchange.end(200, null);

    assertThat(app.heard.onlyAttempt().status()).isEqualTo(307);
    assertThat(app.heard.onlyCall().attempts()).isEqualTo(1);
    assertThat(app.heard.onlyCall().errorType()).isNull();
  }

  @Test
  void redirectAwayFromCustomerIoThatFailsIsTheOperationsFailure() {
    Exchange exchange = app.sends();
    exchange.answered(307);
    exchange.attempt("PUT", "https", "elsewhere.example", -1, "/moved");
    exchange.end(0, new UnknownHostException("elsewhere.example"));

    assertThat(app.heard.onlyAttempt().errorType()).isNull();
    assertThat(app.heard.onlyCall().errorType()).isEqualTo("dns");
  }

  @Test
  void firstAttemptBeganWithTheConnection() {
    Exchange exchange = app.observer.startExchange();
    long afterStart = System.nanoTime();
    ObservedApplication.tries(exchange);
    ObservedApplication.tries(exchange);
    exchange.end(200, null);

    Attempt first = app.heard.endedAttempts.get(0);
    Attempt second = app.heard.endedAttempts.get(1);
    assertThat(first.startNanos()).isLessThanOrEqualTo(afterStart);
    assertThat(first.startNanos()).isEqualTo(app.heard.onlyCall().startNanos());
    assertThat(second.startNanos()).isBetween(afterStart, second.endNanos());
    assertThat(first.endNanos()).isBetween(first.startNanos(), second.endNanos());
  }

  @Test
  void firstAttemptBeneathACallBeganWithTheConnectionToo() {
    Call call = app.entersIdentify();
    Exchange exchange = app.observer.startExchange();
    long afterStart = System.nanoTime();
    ObservedApplication.tries(exchange);
    exchange.end(200, null);
    app.returns(call);
    assertThat(app.heard.onlyAttempt().startNanos()).isBetween(call.startNanos(), afterStart);
  }

  @Test
  void attemptThatFailedAndWasTriedAgainIsNamedByItsFailure() {
    Exchange exchange = app.sends();
    ConnectException refused = new ConnectException("refused");
    exchange.failed(refused);
    ObservedApplication.tries(exchange);
    ObservedApplication.answers(exchange, 200);

    assertThat(app.heard.endedAttempts)
        .extracting(Attempt::errorType)
        .containsExactly("connect", null);
    assertThat(app.heard.endedAttempts).extracting(Attempt::error).containsExactly(refused, null);
    assertThat(app.heard.onlyCall().errorType()).isNull();
    assertThat(app.heard.onlyCall().error()).isNull();
  }

  @Test
  void failureOfOneAttemptIsNotThatOfTheNext() {
    Exchange exchange = app.sends();
    exchange.failed(new ConnectException("refused"));
    ObservedApplication.tries(exchange);
    ObservedApplication.tries(exchange);
    ObservedApplication.answers(exchange, 200);
    assertThat(app.heard.endedAttempts)
        .extracting(Attempt::errorType)
        .containsExactly("connect", "io", null);
  }
}
