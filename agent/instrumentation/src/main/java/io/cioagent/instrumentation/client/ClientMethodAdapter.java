package io.cioagent.instrumentation.client;

import io.cioagent.core.call.Call;
import io.cioagent.core.observe.Observer;
import io.cioagent.core.operation.Operation;
import io.cioagent.instrumentation.AroundAdapter;

/** Brings the calls of one client method to the observer. */
final class ClientMethodAdapter extends AroundAdapter.Three<Object, String, Object, Call, Object> {
  private final Operation operation;
  private final boolean generic;
  private final String clientClass;

  /**
   * @param clientClass the name of the class that declares the methods, null for any
   */
  ClientMethodAdapter(Observer observer, Operation operation, boolean generic, String clientClass) {
    super(observer);
    this.operation = operation;
    this.generic = generic;
    this.clientClass = clientClass;
  }

  @Override
  public Call begin(Object userId, String eventName, Object data) {
    return observer().enterClientMethod(operation, generic, clientClass, userId, eventName, data);
  }

  @Override
  public void end(Call call, Object result, Throwable thrown) {
    observer().exitClientMethod(call, result, thrown);
  }
}
