package io.cioagent.instrumentation.apachehttpasyncclient4;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import org.apache.http.HttpResponse;

/** The head of an answer arrived. */
public final class AnsweredAdapter extends Adapter {

  public AnsweredAdapter(Observer observer) {
    super(observer, "apachehttpasyncclient4");
  }

  @Override
  public Object enter(Object handler, Object response, Object unused) {
    AsyncRequest request = AsyncRequest.of(handler);
    if (request != null) {
      request.answered(((HttpResponse) response).getStatusLine().getStatusCode());
    }
    return null;
  }
}
