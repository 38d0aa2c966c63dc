package io.cioagent.core.observe;

import io.cioagent.core.call.Call;
import io.cioagent.core.call.Exchange;
import io.cioagent.core.event.AgentListener;
import io.cioagent.core.operation.Hosts;
import io.cioagent.core.operation.Operation;
import io.cioagent.core.operation.Routes;
import io.cioagent.core.webhook.WebhookRules;
import java.util.Collections;

/** Acts like a woven application, and knows what was reported of it. */
public final class ObservedApplication {
  public static final String TRACK_HOST = "track.customer.io";
  public static final String CUSTOMER_PATH = "/api/v1/customers/u1";

  public final Recorder heard = new Recorder();
  public final Observer observer = observer(heard);

  public static Observer observer(AgentListener listener) {
    Hosts hosts = new Hosts(Collections.emptyList());
    return new Observer(hosts, Routes.load(hosts), listener, WebhookRules.DEFAULT);
  }

  /** Enters {@code identify("u1")}; null where it is part of a call around it. */
  public Call entersIdentify() {
    return observer.enterClientMethod(Operation.IDENTIFY, false, "u1", null);
  }

  /** Enters {@code track("u1", "bought")}; null where it is part of a call around it. */
  public Call entersTrack() {
    return observer.enterClientMethod(Operation.TRACK, false, "u1", "bought");
  }

  /** Enters {@code delete("u1")}, a name that proves nothing by itself. */
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

  /** A request that is on its way and not answered yet. */
  public Exchange sends() {
    Exchange exchange = observer.startExchange();
    tries(exchange);
    return exchange;
  }

  /** One more attempt on the wire. */
  public static void tries(Exchange exchange) {
    exchange.attempt("PUT", "https", TRACK_HOST, -1, CUSTOMER_PATH);
  }

  /** A request and its answer. */
  public void exchanges(int status) {
    answers(sends(), status);
  }

  public static void answers(Exchange exchange, int status) {
    exchange.answered(status);
    exchange.end(status, null);
  }
}
