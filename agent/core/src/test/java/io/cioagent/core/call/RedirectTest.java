package io.cioagent.core.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.cioagent.core.observe.ObservedApplication;
import java.io.IOException;
import java.net.SocketException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A library that follows a redirect with a GET does not deliver the request body. */
class RedirectTest {
  private static final String HOST = ObservedApplication.TRACK_HOST;
  private static final String PATH = ObservedApplication.CUSTOMER_PATH;

  private final ObservedApplication app = new ObservedApplication();

  @ParameterizedTest
  @CsvSource({"PUT, 301", "POST, 302", "PATCH, 303", "DELETE, 301"})
  void requestFollowedByAGetIsAnError(String method, int status) {
    Exchange exchange = redirected(method, status);
    goesOn(exchange, "GET", HOST);
    ObservedApplication.answers(exchange, 200);

    assertOnlyCall("" + status);
    assertThat(app.recorder.endedAttempts)
        .extracting(Attempt::status, Attempt::errorType)
        .containsExactly(tuple(status, null), tuple(200, null));
  }

  @ParameterizedTest
  @CsvSource({
    "GET, 302, GET",
    "HEAD, 301, HEAD",
    "HEAD, 303, GET",
    "PUT, 307, PUT",
    "POST, 308, POST",
    "POST, 301, POST",
    "DELETE, 302, DELETE"
  })
  void requestRepeatedUnchangedIsDelivered(String method, int status, String next) {
    Exchange exchange = redirected(method, status);
    goesOn(exchange, next, HOST);
    ObservedApplication.answers(exchange, 200);
    assertOnlyCall(null);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 404, 500})
  void statusOfTheGetIsIrrelevant(int status) {
    Exchange exchange = redirected("POST", 303);
    goesOn(exchange, "GET", HOST);
    ObservedApplication.answers(exchange, status);
    assertOnlyCall("303");
  }

  @Test
  void failureOfTheGetIsIrrelevant() {
    Exchange exchange = redirected("POST", 302);
    goesOn(exchange, "GET", HOST);
    exchange.end(0, new SocketException("Connection reset"));
    assertOnlyCall("302");
  }

  @Test
  void hostOfTheGetIsIrrelevant() {
    Exchange exchange = redirected("PUT", 302);
    goesOn(exchange, "GET", "elsewhere.example");
    exchange.answered(200);
    exchange.end(200, null);
    assertOnlyCall("302");
    assertThat(app.recorder.onlyAttempt().status()).isEqualTo(302);
  }

  @Test
  void severalRedirectsAreOneError() {
    Exchange exchange = redirected("POST", 307);
    goesOn(exchange, "POST", HOST);
    exchange.answered(302);
    goesOn(exchange, "GET", HOST);
    exchange.answered(301);
    goesOn(exchange, "GET", HOST);
    ObservedApplication.answers(exchange, 200);
    assertOnlyCall("302");
  }

  @Test
  void lostRequestOfAMethodThatReturnsIsAnError() {
    Call call = app.entersIdentify();
    Exchange exchange = redirected("PUT", 301);
    goesOn(exchange, "GET", HOST);
    ObservedApplication.answers(exchange, 200);
    app.returns(call);
    assertOnlyCall("301");
  }

  @Test
  void lostRequestOfAMethodThatThrowsIsAnError() {
    Call call = app.entersIdentify();
    Exchange exchange = redirected("PUT", 301);
    goesOn(exchange, "GET", HOST);
    ObservedApplication.answers(exchange, 200);
    app.throwsFrom(call, new IOException("cannot read the answer"));
    assertOnlyCall("301");
  }

  @Test
  void separateExchangeForTheGetIsARedirect() {
    Call call = app.entersIdentify();
    ObservedApplication.answers(sends("POST", HOST), 302);
    ObservedApplication.answers(sends("GET", HOST), 200);
    app.returns(call);
    assertOnlyCall("302");
  }

  @Test
  void getThatBeginsBeforeTheFirstExchangeEndsIsARedirect() {
    Call call = app.entersIdentify();
    Exchange first = redirected("POST", 302);
    Exchange second = sends("GET", HOST);
    first.end(302, null);
    ObservedApplication.answers(second, 200);
    app.returns(call);
    assertOnlyCall("302");
  }

  @Test
  void laterSuccessfulRetryIsASuccess() {
    Call call = app.entersIdentify();
    Exchange exchange = redirected("PUT", 301);
    goesOn(exchange, "GET", HOST);
    ObservedApplication.answers(exchange, 200);
    ObservedApplication.answers(sends("PUT", HOST), 200);
    app.returns(call);
    assertOnlyCall(null);
  }

  @Test
  void retryAfterASuccessfulGetIsARetry() {
    Call call = app.entersIdentify();
    Exchange exchange = redirected("PUT", 301);
    goesOn(exchange, "GET", HOST);
    ObservedApplication.answers(exchange, 200);
    ObservedApplication.answers(sends("PUT", HOST), 200);
    app.returns(call);
    assertThat(app.recorder.endedAttempts)
        .extracting(Attempt::resendCount)
        .containsExactly(0, 1, 2);
  }

  @Test
  void readsAfterADeliveredRequestAreNoRedirects() {
    Call call = app.entersIdentify();
    ObservedApplication.answers(sends("PUT", HOST), 200);
    ObservedApplication.answers(sends("GET", HOST), 200);
    app.returns(call);
    assertOnlyCall(null);
  }

  /** HttpURLConnection throws instead of following a redirect if the body is streamed. */
  @Test
  void attemptOfARedirectThatTheLibraryRejectsHasNoErrorType() {
    Exchange exchange = redirected("PUT", 301);
    exchange.end(301, new IOException("cannot retry due to redirection, in streaming mode"));
    assertOnlyCall("301");
    assertThat(app.recorder.onlyAttempt().errorType()).isNull();
  }

  private Exchange redirected(String method, int status) {
    Exchange exchange = sends(method, HOST);
    exchange.answered(status);
    return exchange;
  }

  private Exchange sends(String method, String host) {
    Exchange exchange = app.observer.startExchange();
    goesOn(exchange, method, host);
    return exchange;
  }

  private static void goesOn(Exchange exchange, String method, String host) {
    exchange.attempt(method, "https", host, -1, PATH);
  }

  private void assertOnlyCall(String errorType) {
    assertThat(app.recorder.onlyCall().errorType()).isEqualTo(errorType);
    assertThat(app.recorder.onlyCall().outcome())
        .isEqualTo(errorType == null ? Outcome.SUCCESS : Outcome.ERROR);
  }
}
