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

  @Override
  public Object enter(Object woven, Object given, Object unused) {
    ClassicCalls.Running running = ClassicCalls.current();
    if (running == null) {
      return null;
    }
    HttpRequest request = (HttpRequest) given;
    if ("CONNECT".equals(request.getMethod())) {
      running.tunnelled = true;
      return null;
    }
    Requests.attempt(running.exchange, request, running.target);
    return running.exchange;
  }

  @Override
  public void exit(Object scope, Object returned, Throwable thrown) {
    Exchange exchange = (Exchange) scope;
    if (thrown == null) {
      ClassicHttpResponse response = (ClassicHttpResponse) returned;
      exchange.answered(response.getCode());
      AnswerStreams.expect(response, exchange.answerBody());
    } else {
      exchange.failed(thrown);
    }
  }
}
