package io.cioagent.instrumentation.apachehttpasyncclient4;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import java.lang.reflect.Method;

/** An answer is complete; the request's state tells whether the client goes on after it. */
public final class StateAdapter extends Adapter {
  private volatile Method finalResponse;

  public StateAdapter(Observer observer) {
    super(observer, "apachehttpasyncclient4");
  }

  @Override
  public Object enter(Object handler, Object state, Object unused) {
    AsyncRequest request = AsyncRequest.of(handler);
    if (request != null && isLast(state)) {
      request.complete();
    }
    return null;
  }

  private boolean isLast(Object state) {
    try {
      Method method = finalResponse;
      if (method == null) {
        // Its class is visible to its own package only.
        method = state.getClass().getDeclaredMethod("getFinalResponse");
        method.setAccessible(true);
        finalResponse = method;
      }
      return method.invoke(state) != null;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
