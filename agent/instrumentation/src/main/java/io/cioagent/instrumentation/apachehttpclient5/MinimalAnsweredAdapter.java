package io.cioagent.instrumentation.apachehttpclient5;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import io.cioagent.instrumentation.answer.Answers;
import org.apache.hc.core5.http.HttpResponse;

/** The head of the answer to a minimal client has come. */
public final class MinimalAnsweredAdapter extends Adapter {

  public MinimalAnsweredAdapter(Observer observer) {
    super(observer, "apachehttpclient5");
  }

  @Override
  public Object enter(Object handler, Object response, Object unused) {
    AsyncCall call = AsyncCall.of(handler);
    if (call != null) {
      call.exchange().answered(((HttpResponse) response).getCode());
      Answers.expect(handler, call.exchange().answerBody());
    }
    return null;
  }
}
