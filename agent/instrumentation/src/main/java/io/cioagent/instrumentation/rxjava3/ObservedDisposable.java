package io.cioagent.instrumentation.rxjava3;

import io.cioagent.core.observe.DeferredCall;
import io.reactivex.rxjava3.disposables.Disposable;

/** Stands between the application's observer and what it may dispose of. */
abstract class ObservedDisposable implements Disposable {
  final DeferredCall.Subscription call;
  private Disposable upstream;

  ObservedDisposable(DeferredCall.Subscription call) {
    this.call = call;
  }

  /** Before the application's observer gets this object. */
  final void disposes(Disposable source) {
    upstream = source;
  }

  @Override
  public final void dispose() {
    call.cancelled();
    upstream.dispose();
  }

  @Override
  public final boolean isDisposed() {
    return upstream.isDisposed();
  }
}
