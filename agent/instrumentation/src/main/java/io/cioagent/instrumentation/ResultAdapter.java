package io.cioagent.instrumentation;

import io.cioagent.core.call.Call;
import io.cioagent.core.observe.Observer;

/** Observes when an asynchronous result of a library completes. */
public abstract class ResultAdapter extends Adapter {
  /**
   * A client method returns {@code result}.
   *
   * @param call left already, not yet completed: see {@link Observer#leaveClientMethod}
   * @return what the application gets instead, or the very {@code result}
   */
  public abstract Object observe(Object result, Call call);
}
