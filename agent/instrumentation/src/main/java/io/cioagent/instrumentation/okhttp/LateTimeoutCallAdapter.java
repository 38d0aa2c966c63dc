package io.cioagent.instrumentation.okhttp;

import io.cioagent.core.observe.Observer;
import java.io.IOException;
import okhttp3.Call;

/** In 3.12 and 3.13 the limit for the whole call makes its own exception out of this one. */
public final class LateTimeoutCallAdapter extends CallAdapter {

  public LateTimeoutCallAdapter(Observer observer) {
    super(observer);
  }

  @Override
  void failed(Call call, Throwable thrown) {
    if (!(thrown instanceof IOException)) {
      super.failed(call, thrown);
    }
  }
}
