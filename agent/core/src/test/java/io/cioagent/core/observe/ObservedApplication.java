package io.cioagent.core.observe;

import io.cioagent.core.call.Call;
import io.cioagent.core.call.Exchange;
import io.cioagent.core.event.AgentListener;
import io.cioagent.core.operation.Hosts;
import io.cioagent.core.operation.Operation;
import io.cioagent.core.operation.Routes;
import io.cioagent.core.webhook.WebhookRules;
import java.util.Collections;

/** Acts like a woven application and records the resulting events. */
public final class ObservedApplication {
  public static final String TRACK_HOST = "track.customer.io";
  public static final String CUSTOMER_PATH = "/api/v1/customers/u1";

  public final Recorder recorder = new Recorder();
  public final Observer observer = observer(recorder);

  public static Observer observer(AgentListener listener) {
    Hosts hosts = new Hosts(Collections.emptyList());
    return new Observer(hosts, Routes.load(), listener, WebhookRules.DEFAULT);
  }

  /** Enters {@code identify("u1")}; null if it is part of an outer call. */
  public Call entersIdentify() {
    return observer.enterClientMethod(Operation.IDENTIFY, false, "u1", null);
  }

  /** Enters {@code track("u1", "bought")}; null if it is part of an outer call. */
  public Call entersTrack() {
    return observer.enterClientMethod(Operation.TRACK, false, "u1", "bought");
  }

  /** Enters {@code delete("u1")}, a generic name. */
  public Call entersGeneric() {
    return observer.enterClientMethod(Operation.named("delete"), true, "u1", null);
  }

  public void returns(Call call) {
    observer.exitClientMethod(call, null, null);
  }

  public void returns(Call call, Object result) {
    observer.exitClientMethod(call, result, null);
  }

  public void throwsFrom(Call call, Throwable thrown) {
    observer.exitClientMethod(call, null, thrown);
  }

  /** Sends a request without a response so far. */
  public Exchange sends() {
    Exchange exchange = observer.startExchange();
    tries(exchange);
    return exchange;
  }

  /** Makes one more HTTP attempt. */
  public static void tries(Exchange exchange) {
    exchange.attempt("PUT", "https", TRACK_HOST, -1, CUSTOMER_PATH);
  }

  /** Sends a request and receives its response. */
  public void exchanges(int status) {
    answers(sends(), status);
  }

  public static void answers(Exchange exchange, int status) {
    exchange.answered(status);
    exchange.end(status, null);
  }
}
