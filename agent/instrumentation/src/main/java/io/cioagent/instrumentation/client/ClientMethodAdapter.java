package io.cioagent.instrumentation.client;

import io.cioagent.core.observe.Call;
import io.cioagent.core.observe.Observer;
import io.cioagent.core.operation.Operation;
import io.cioagent.instrumentation.Adapter;

/** Brings the calls of one client method to the observer. */
final class ClientMethodAdapter extends Adapter {
  private final Operation operation;
  private final boolean generic;
  private final String clientClass;

  /**
   * @param clientClass the name of the class that declares the methods, null for any
   */
  ClientMethodAdapter(Observer observer, Operation operation, boolean generic, String clientClass) {
    super(observer, "client");
    this.operation = operation;
    this.generic = generic;
    this.clientClass = clientClass;
  }

  @Override
  public Object enter(Object userId, Object eventName, Object data) {
    return observer()
        .enterClientMethod(operation, generic, clientClass, userId, (String) eventName, data);
  }

  @Override
  public void exit(Object scope, Object result, Throwable thrown) {
    observer().exitClientMethod((Call) scope, result, thrown);
  }
}
