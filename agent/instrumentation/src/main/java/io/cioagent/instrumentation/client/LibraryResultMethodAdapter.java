package io.cioagent.instrumentation.client;

import io.cioagent.core.call.Call;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import io.cioagent.instrumentation.AroundAdapter;
import io.cioagent.instrumentation.ResultAdapter;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Brings the calls of one client method to the observer whose result only a library knows. */
final class LibraryResultMethodAdapter
    extends AroundAdapter.Three<Object, String, Object, Call, Object[]> {
  private final ClientMethodAdapter method;
  private final Function<Object, @Nullable Adapter> results;

  LibraryResultMethodAdapter(
      Observer observer, ClientMethodAdapter method, Function<Object, @Nullable Adapter> results) {
    super(observer);
    this.method = method;
    this.results = results;
  }

  @Override
  public @Nullable Call begin(
      @Nullable Object userId, @Nullable String eventName, @Nullable Object data) {
    return method.begin(userId, eventName, data);
  }

  @Override
  public void end(Call call, Object @Nullable [] result, @Nullable Throwable thrown) {
    Object returned = result == null || thrown != null ? null : result[0];
    Adapter adapter = returned == null ? null : results.apply(returned);
    if (result == null || returned == null || adapter == null) {
      method.end(call, null, thrown);
      return;
    }
    observer().leaveClientMethod(call);
    try {
      result[0] = ((ResultAdapter) adapter).observe(returned, call);
    } catch (Throwable failure) {
      call.completed(null);
      throw failure;
    }
  }
}
