package io.cioagent.instrumentation.client;

import io.cioagent.core.observe.Call;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import io.cioagent.instrumentation.ResultAdapter;
import java.util.function.Function;

/** Brings the calls of one client method to the observer whose result only a library knows. */
final class LibraryResultMethodAdapter extends Adapter {
  private final ClientMethodAdapter method;
  private final Function<Object, Adapter> results;

  LibraryResultMethodAdapter(
      Observer observer, ClientMethodAdapter method, Function<Object, Adapter> results) {
    super(observer, "client");
    this.method = method;
    this.results = results;
  }

  @Override
  public Object enter(Object userId, Object eventName, Object data) {
    return method.enter(userId, eventName, data);
  }

  @Override
  public void exit(Object scope, Object returned, Throwable thrown) {
    Object[] result = (Object[]) returned;
    Adapter adapter = result[0] == null || thrown != null ? null : results.apply(result[0]);
    if (adapter == null) {
      method.exit(scope, null, thrown);
      return;
    }
    Call call = (Call) scope;
    observer().leaveClientMethod(call);
    try {
      result[0] = ((ResultAdapter) adapter).observe(result[0], call);
    } catch (Throwable failure) {
      call.completed(null);
      throw failure;
    }
  }
}
