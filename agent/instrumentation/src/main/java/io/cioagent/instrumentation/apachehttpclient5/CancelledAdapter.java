package io.cioagent.instrumentation.apachehttpclient5;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import java.util.concurrent.CancellationException;

/** The application cancels, or its request is. */
public final class CancelledAdapter extends Adapter {

  public CancelledAdapter(Observer observer) {
    super(observer, "apachehttpclient5");
  }

  @Override
  public Object enter(Object libraryObject, Object unused, Object unusedToo) {
    AsyncCall call = AsyncCall.of(libraryObject);
    if (call != null) {
      call.failed(new CancellationException("Request cancelled"));
    }
    return null;
  }
}
