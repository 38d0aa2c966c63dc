package io.cioagent.core.observe;

import io.cioagent.core.operation.Hosts;
import io.cioagent.core.operation.Operation;
import io.cioagent.core.operation.Routes;
import io.cioagent.core.webhook.WebhookRules;
import java.util.Collections;

/** Does what a woven application does, and knows what was heard of it. */
final class ObservedApplication {
  static final String TRACK_HOST = "track.customer.io";
  static final String CUSTOMER_PATH = "/api/v1/customers/u1";

  final Recorder heard = new Recorder();
  final Observer observer = observer(heard);

  static Observer observer(CallListener listener) {
    Hosts hosts = new Hosts(Collections.emptyList());
    return new Observer(hosts, Routes.load(hosts), listener, WebhookRules.DEFAULT);
  }

  /** Enters {@code identify("u1")}; null where it is part of a call around it. */
  Call entersIdentify() {
    return observer.enterClientMethod(Operation.IDENTIFY, false, "u1", null);
  }

  /** Enters {@code track("u1", "bought")}; null where it is part of a call around it. */
  Call entersTrack() {
    return observer.enterClientMethod(Operation.TRACK, false, "u1", "bought");
  }

  /** Enters {@code delete("u1")}, a name that proves nothing by itself. */
  Call entersGeneric() {
    return observer.enterClientMethod(Operation.named("delete"), true, "u1", null);
  }

  void returns(Call call) {
    observer.exitClientMethod(call, null, null);
  }

  void returns(Call call, Object result) {
    observer.exitClientMethod(call, result, null);
  }

  void throwsFrom(Call call, Throwable thrown) {
    observer.exitClientMethod(call, null, thrown);
  }

  /** A request that is on its way and not answered yet. */
  Exchange sends() {
    Exchange exchange = observer.startExchange();
    tries(exchange);
    return exchange;
  }

  /** One more attempt on the wire. */
  static void tries(Exchange exchange) {
    exchange.attempt("PUT", "https", TRACK_HOST, -1, CUSTOMER_PATH);
  }

  /** A request and its answer. */
  void exchanges(int status) {
    answers(sends(), status);
  }

  static void answers(Exchange exchange, int status) {
    exchange.answered(status);
    exchange.end(status, null);
  }
}
