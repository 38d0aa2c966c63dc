package io.cioagent.instrumentation.scala;

import io.cioagent.core.call.Call;
import io.cioagent.instrumentation.ResultAdapter;
import org.jspecify.annotations.Nullable;
import scala.concurrent.ExecutionContext;
import scala.concurrent.Future;
import scala.runtime.AbstractFunction1;
import scala.util.Try;

/** A client method returned a Scala {@code Future}. */
public final class FutureAdapter extends ResultAdapter {

  /** On the thread that completes the future; all that runs there is {@link Completed}. */
  private static final ExecutionContext DIRECTLY =
      new ExecutionContext() {
        @Override
        public void execute(Runnable callback) {
          callback.run();
        }

        @Override
        public void reportFailure(Throwable cause) {}

        @Override
        public ExecutionContext prepare() {
          return this;
        }
      };

  @Override
  public Object observe(Object result, Call call) {
    listen((Future<?>) result, call);
    return result;
  }

  private <T> void listen(Future<T> future, Call call) {
    future.onComplete(new Completed<T>(call), DIRECTLY);
  }

  private final class Completed<T> extends AbstractFunction1<Try<T>, Object> {
    private final Call call;

    Completed(Call call) {
      this.call = call;
    }

    @Override
    public @Nullable Object apply(Try<T> result) {
      try {
        call.completed(result.isFailure() ? result.failed().get() : null);
      } catch (Throwable failure) {
        failed(failure);
      }
      return null;
    }
  }
}
