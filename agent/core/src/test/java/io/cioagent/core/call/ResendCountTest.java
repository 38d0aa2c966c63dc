package io.cioagent.core.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.core.observe.ObservedApplication;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A resend repeats the same request, as defined by OpenTelemetry's HTTP conventions. */
class ResendCountTest {
  private static final String EVENTS = "/api/v1/events";
  private static final String HOST = ObservedApplication.TRACK_HOST;

  private final ObservedApplication app = new ObservedApplication();

  private Exchange sends(String method, String host, String path) {
    Exchange exchange = app.observer.startExchange();
    exchange.attempt(method, "https", host, -1, path);
    return exchange;
  }

  private void exchanges(String method, String path, int status) {
    ObservedApplication.answers(sends(method, HOST, path), status);
  }

  /** Resend counts in the order in which the attempts started. */
  private List<Integer> counts() {
    List<Integer> counts = new ArrayList<>();
    for (Attempt attempt : app.recorder.startedAttempts) {
      counts.add(attempt.resendCount());
    }
    return counts;
  }

  @Test
  void retriesOfAClientAreResends() {
    Call call = app.entersIdentify();
    exchanges("PUT", "/api/v1/customers/a", 429);
    exchanges("PUT", "/api/v1/customers/a", 503);
    sends("PUT", HOST, "/api/v1/customers/a").end(0, new SocketException("Connection reset"));
    exchanges("PUT", "/api/v1/customers/a", 200);
    app.returns(call);
    assertThat(counts()).containsExactly(0, 1, 2, 3);
  }

  @Test
  void differentRequestOfTheSameOperationIsNotAResend() {
    Call call = app.entersIdentify();
    exchanges("PUT", "/api/v1/customers/a", 200);
    exchanges("PUT", "/api/v1/customers/a/devices", 200);
    exchanges("POST", "/api/v1/customers/a/events", 500);
    exchanges("PUT", "/api/v1/customers/b", 500);
    exchanges("DELETE", "/api/v1/customers/b", 200);
    app.returns(call);
    assertThat(counts()).containsExactly(0, 0, 0, 0, 0);
  }

  @Test
  void sameRequestAfterASuccessIsNotAResend() {
    Call call = app.entersTrack();
    exchanges("POST", EVENTS, 200);
    exchanges("POST", EVENTS, 429);
    exchanges("POST", EVENTS, 200);
    exchanges("POST", EVENTS, 200);
    app.returns(call);
    assertThat(counts()).containsExactly(0, 0, 1, 0);
  }

  @Test
  void retryInTheOtherRegionOrWithAnotherQueryIsAResend() {
    Call call = app.entersTrack();
    ObservedApplication.answers(sends("POST", HOST, EVENTS), 301);
    ObservedApplication.answers(sends("POST", "track-eu.customer.io", EVENTS + "?try=2"), 200);
    app.returns(call);
    assertThat(counts()).containsExactly(0, 1);
  }

  @Test
  void concurrentRequestsAreNumberedIndependently() {
    Call call = app.entersIdentify();
    Exchange a = sends("PUT", HOST, "/api/v1/customers/a");
    Exchange b = sends("PUT", HOST, "/api/v1/customers/b");
    ObservedApplication.answers(a, 429);
    ObservedApplication.answers(b, 429);
    exchanges("PUT", "/api/v1/customers/a", 429);
    exchanges("PUT", "/api/v1/customers/b", 200);
    exchanges("PUT", "/api/v1/customers/a", 200);
    app.returns(call);
    assertThat(counts()).containsExactly(0, 0, 1, 1, 2);
  }

  @Test
  void redirectsAndLibraryRetriesContinueTheNumbering() {
    Call call = app.entersIdentify();
    Exchange first = sends("GET", HOST, "/api/v1/accounts/region");
    first.answered(302);
    first.attempt("GET", "https", "track-eu.customer.io", -1, "/moved");
    first.answered(503);
    first.end(503, null);
    exchanges("GET", "/api/v1/accounts/region", 200);
    app.returns(call);
    assertThat(counts()).containsExactly(0, 1, 2);
  }

  /** Callbacks of the application may run before those of the agent. */
  @Test
  void retryThatBeginsBeforeTheFirstAttemptIsReportedIsAResend() {
    Call call = app.entersIdentify();
    Exchange refused = app.sends();
    refused.answered(429);
    Exchange lost = app.sends();
    lost.failed(new SocketException("Connection reset"));
    app.exchanges(200);
    lost.end(0, new SocketException("Connection reset"));
    refused.end(429, null);
    app.exchanges(200);
    app.returns(call);
    assertThat(counts()).containsExactly(0, 1, 2, 0);
  }

  @Test
  void retryAfterATruncatedResponseIsAResend() {
    Call call = app.entersIdentify();
    Exchange half = app.sends();
    half.answered(200);
    half.end(200, new SocketException("Connection reset"));
    app.exchanges(200);
    app.returns(call);
    assertThat(counts()).containsExactly(0, 1);
  }

  @Test
  void retriesOfAnExchangeWithoutACallAreNumbered() {
    Exchange exchange = app.sends();
    exchange.answered(401);
    ObservedApplication.tries(exchange);
    exchange.answered(307);
    ObservedApplication.tries(exchange);
    ObservedApplication.answers(exchange, 200);
    app.exchanges(429);
    app.exchanges(200);
    assertThat(counts()).containsExactly(0, 1, 2, 0, 0);
  }

  @Test
  void numberingRestartsWithEachCall() {
    for (int i = 0; i < 2; i++) {
      Call call = app.entersIdentify();
      app.exchanges(429);
      app.returns(call);
    }
    assertThat(counts()).containsExactly(0, 0);
  }

  @Test
  void numberOfRememberedFailuresIsBounded() {
    Call call = app.entersIdentify();
    for (int i = 0; i < 10_000; i++) {
      exchanges("PUT", "/api/v1/customers/" + i, 500);
    }
    exchanges("PUT", "/api/v1/customers/9999", 200);
    exchanges("PUT", "/api/v1/customers/0", 200);
    app.returns(call);
    assertThat(counts().subList(9_999, 10_002)).containsExactly(0, 1, 0);
  }
}
