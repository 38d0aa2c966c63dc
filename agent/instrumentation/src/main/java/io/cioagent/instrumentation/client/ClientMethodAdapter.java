package io.cioagent.instrumentation.client;

import io.cioagent.core.call.Call;
import io.cioagent.core.observe.Observer;
import io.cioagent.core.operation.Operation;
import io.cioagent.instrumentation.AroundAdapter;
import org.jspecify.annotations.Nullable;

/** Brings the calls of one client method to the observer. */
final class ClientMethodAdapter extends AroundAdapter.Three<Object, String, Object, Call, Object> {
  private final Operation operation;
  private final boolean generic;
  private final @Nullable String clientClass;

  /**
   * @param clientClass the name of the class that declares the methods, null for any
   */
  ClientMethodAdapter(
      Observer observer, Operation operation, boolean generic, @Nullable String clientClass) {
    super(observer);
    this.operation = operation;
    this.generic = generic;
    this.clientClass = clientClass;
  }

  @Override
  public @Nullable Call begin(
      @Nullable Object userId, @Nullable String eventName, @Nullable Object data) {
    return observer().enterClientMethod(operation, generic, clientClass, userId, eventName, data);
  }

  @Override
  public void end(Call call, @Nullable Object result, @Nullable Throwable thrown) {
    observer().exitClientMethod(call, result, thrown);
  }
}
