package io.cioagent.instrumentation.apachehttpclient5;

import io.cioagent.core.observe.Exchange;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpRequest;

/** One exchange of a classic client on the wire. */
public final class WireAdapter extends Adapter {

  public WireAdapter(Observer observer) {
    super(observer, "apachehttpclient5");
  }

  /** An exchange of a client that was asked for another host and is redirected here. */
  private static final class LedIn {
    final Exchange exchange;

    LedIn(Exchange exchange) {
      this.exchange = exchange;
    }
  }

  @Override
  public Object enter(Object woven, Object given, Object unused) {
    ClassicCalls.Running running = ClassicCalls.current();
    HttpRequest request = (HttpRequest) given;
    if (running == null) {
      return Requests.leadToCustomerIo(observer(), request, null) ? ledIn(request) : null;
    }
    if ("CONNECT".equals(request.getMethod())) {
      running.tunnelled = true;
      return null;
    }
    Requests.attempt(running.exchange, request, running.target);
    return running.exchange;
  }

  private Object ledIn(HttpRequest request) {
    if ("CONNECT".equals(request.getMethod())) {
      return null;
    }
    Exchange exchange = observer().startExchange();
    Requests.attempt(exchange, request, null);
    return new LedIn(exchange);
  }

  @Override
  public void exit(Object scope, Object returned, Throwable thrown) {
    boolean ledIn = scope instanceof LedIn;
    Exchange exchange = ledIn ? ((LedIn) scope).exchange : (Exchange) scope;
    if (thrown == null) {
      ClassicHttpResponse response = (ClassicHttpResponse) returned;
      exchange.answered(response.getCode());
      AnswerStreams.expect(response, exchange.answerBody());
    } else {
      exchange.failed(thrown);
    }
    if (ledIn) {
      exchange.end(0, thrown);
    }
  }
}
