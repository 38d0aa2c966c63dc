package io.cioagent.instrumentation.apachehttpclient5;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import io.cioagent.instrumentation.answer.Answers;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;

/** The head of an answer has come. */
public final class AnsweredAdapter extends Adapter {

  public AnsweredAdapter(Observer observer) {
    super(observer, "apachehttpclient5");
  }

  @Override
  public Object enter(Object handler, Object given, Object response) {
    HttpRequest request = (HttpRequest) given;
    AsyncCall call =
        Requests.mayLeadToCustomerIo(observer(), request) ? AsyncCall.of(request) : null;
    if (call != null) {
      call.exchange().answered(((HttpResponse) response).getCode());
      Answers.expect(handler, call.exchange().answerBody());
    }
    return null;
  }
}
