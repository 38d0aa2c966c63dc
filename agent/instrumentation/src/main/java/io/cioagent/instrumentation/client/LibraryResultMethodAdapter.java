package io.cioagent.instrumentation.client;

import io.cioagent.core.call.Call;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import io.cioagent.instrumentation.AroundAdapter;
import io.cioagent.instrumentation.ResultAdapter;
import java.util.function.Function;

/** Brings the calls of one client method to the observer whose result only a library knows. */
final class LibraryResultMethodAdapter
    extends AroundAdapter.Three<Object, String, Object, Call, Object[]> {
  private final ClientMethodAdapter method;
  private final Function<Object, Adapter> results;

  LibraryResultMethodAdapter(
      Observer observer, ClientMethodAdapter method, Function<Object, Adapter> results) {
    super(observer);
    this.method = method;
    this.results = results;
  }

  @Override
  public Call begin(Object userId, String eventName, Object data) {
    return method.begin(userId, eventName, data);
  }

  @Override
  public void end(Call call, Object[] result, Throwable thrown) {
    Adapter adapter = result[0] == null || thrown != null ? null : results.apply(result[0]);
    if (adapter == null) {
      method.end(call, null, thrown);
      return;
    }
    observer().leaveClientMethod(call);
    try {
      result[0] = ((ResultAdapter) adapter).observe(result[0], call);
    } catch (Throwable failure) {
      call.completed(null);
      throw failure;
    }
  }
}
