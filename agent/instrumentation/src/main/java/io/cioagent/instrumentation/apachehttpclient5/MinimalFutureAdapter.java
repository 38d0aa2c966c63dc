package io.cioagent.instrumentation.apachehttpclient5;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import java.util.concurrent.Future;
import org.apache.hc.core5.concurrent.ComplexCancellable;

/**
 * A minimal client tells the application's future what it is to cancel: now it is known which
 * future stands for the call.
 */
public final class MinimalFutureAdapter extends Adapter {

  public MinimalFutureAdapter(Observer observer) {
    super(observer, "apachehttpclient5");
  }

  @Override
  public Object enter(Object future, Object cancellable, Object unused) {
    AsyncCall call = cancellable instanceof ComplexCancellable ? AsyncCall.of(cancellable) : null;
    if (call == null) {
      return null;
    }
    call.standsFor(future);
    if (((Future<?>) future).isDone()) {
      // It was quicker; a failure has been told already, by the handler.
      call.succeeded();
    }
    return null;
  }
}
