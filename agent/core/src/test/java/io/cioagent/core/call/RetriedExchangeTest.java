package io.cioagent.core.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.core.observe.ObservedApplication;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

/** Requests that the HTTP library itself repeats: redirects, authentication, lost connections. */
class RetriedExchangeTest {
  private final ObservedApplication app = new ObservedApplication();

  @Test
  void attemptsOfOneRequestAreReportedSeparately() {
    Exchange exchange = app.sends();
    exchange.answered(401);
    ObservedApplication.tries(exchange);
    exchange.answered(200);
    exchange.end(200, null);

    assertThat(app.recorder.onlyCall().errorType()).isNull();
    assertThat(app.recorder.onlyCall().attempts()).isEqualTo(2);
    assertThat(app.recorder.endedAttempts).extracting(Attempt::resendCount).containsExactly(0, 1);
    assertThat(app.recorder.endedAttempts)
        .extracting(Attempt::errorType)
        .containsExactly("401", null);
  }

  @Test
  void retriedAttemptWithoutAResponseIsAnIoError() {
    Exchange exchange = app.sends();
    ObservedApplication.tries(exchange);
    ObservedApplication.answers(exchange, 200);
    assertThat(app.recorder.endedAttempts)
        .extracting(Attempt::errorType)
        .containsExactly("io", null);
    assertThat(app.recorder.onlyCall().errorType()).isNull();
  }

  @Test
  void pauseBetweenAttemptsBelongsToNeither() {
    Exchange answered = app.sends();
    answered.answered(429);
    final long afterAnswer = pause();
    ObservedApplication.tries(answered);
    answered.failed(new SocketException("Connection reset"));
    final long afterFailure = pause();
    ObservedApplication.tries(answered);
    ObservedApplication.answers(answered, 200);

    Attempt first = app.recorder.endedAttempts.get(0);
    Attempt second = app.recorder.endedAttempts.get(1);
    assertThat(first.endNanos()).isLessThan(afterAnswer);
    assertThat(second.startNanos()).isGreaterThan(afterAnswer);
    assertThat(second.endNanos()).isLessThan(afterFailure);
    assertThat(second.errorType()).isEqualTo("reset");
  }

  /** Waits until the clock advances. */
  private static long pause() {
    long before = System.nanoTime();
    long now = before;
    while (now == before) {
      now = System.nanoTime();
    }
    return now;
  }

  @Test
  void redirectToAnotherHostEndsTheAttemptAndStartsNone() {
    Exchange exchange = app.sends();
    exchange.answered(307);
    exchange.attempt("PUT", "https", "elsewhere.example", -1, "/moved");
    assertThat(exchange.isOpen()).isFalse();
    exchange.answered(200);
    exchange.end(200, null);

    assertThat(app.recorder.onlyAttempt().status()).isEqualTo(307);
    assertThat(app.recorder.onlyCall().attempts()).isEqualTo(1);
    assertThat(app.recorder.onlyCall().errorType()).isNull();
  }

  @Test
  void failedRedirectToAnotherHostFailsTheOperation() {
    Exchange exchange = app.sends();
    exchange.answered(307);
    exchange.attempt("PUT", "https", "elsewhere.example", -1, "/moved");
    exchange.end(0, new UnknownHostException("elsewhere.example"));

    assertThat(app.recorder.onlyAttempt().errorType()).isNull();
    assertThat(app.recorder.onlyCall().errorType()).isEqualTo("dns");
  }

  @Test
  void firstAttemptIncludesTheConnection() {
    Exchange exchange = app.observer.startExchange();
    long afterStart = System.nanoTime();
    ObservedApplication.tries(exchange);
    ObservedApplication.tries(exchange);
    exchange.end(200, null);

    Attempt first = app.recorder.endedAttempts.get(0);
    Attempt second = app.recorder.endedAttempts.get(1);
    assertThat(first.startNanos()).isLessThanOrEqualTo(afterStart);
    assertThat(first.startNanos()).isEqualTo(app.recorder.onlyCall().startNanos());
    assertThat(second.startNanos()).isBetween(afterStart, second.endNanos());
    assertThat(first.endNanos()).isBetween(first.startNanos(), second.endNanos());
  }

  @Test
  void firstAttemptWithinACallIncludesTheConnection() {
    Call call = app.entersIdentify();
    Exchange exchange = app.observer.startExchange();
    long afterStart = System.nanoTime();
    ObservedApplication.tries(exchange);
    exchange.end(200, null);
    app.returns(call);
    assertThat(app.recorder.onlyAttempt().startNanos()).isBetween(call.startNanos(), afterStart);
  }

  @Test
  void retriedAttemptIsClassifiedByItsFailure() {
    Exchange exchange = app.sends();
    ConnectException refused = new ConnectException("refused");
    exchange.failed(refused);
    ObservedApplication.tries(exchange);
    ObservedApplication.answers(exchange, 200);

    assertThat(app.recorder.endedAttempts)
        .extracting(Attempt::errorType)
        .containsExactly("connect", null);
    assertThat(app.recorder.endedAttempts)
        .extracting(Attempt::error)
        .containsExactly(refused, null);
    assertThat(app.recorder.onlyCall().errorType()).isNull();
    assertThat(app.recorder.onlyCall().error()).isNull();
  }

  @Test
  void failureOfAnAttemptDoesNotAffectTheNext() {
    Exchange exchange = app.sends();
    exchange.failed(new ConnectException("refused"));
    ObservedApplication.tries(exchange);
    ObservedApplication.tries(exchange);
    ObservedApplication.answers(exchange, 200);
    assertThat(app.recorder.endedAttempts)
        .extracting(Attempt::errorType)
        .containsExactly("connect", "io", null);
  }
}
