package io.cioagent.instrumentation.apachehttpclient5;

import io.cioagent.core.call.AnswerBody;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.AroundAdapter;
import io.cioagent.instrumentation.EventAdapter;
import io.cioagent.instrumentation.answer.Answers;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.Future;
import org.apache.hc.client5.http.async.AsyncExecChain;
import org.apache.hc.core5.concurrent.ComplexCancellable;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.support.BasicClientExchangeHandler;

/** The asynchronous clients' objects as facts about calls and their exchanges on the wire. */
final class AsyncAdapters {
  private AsyncAdapters() {}

  /**
   * A request enters the chain: the first element on the thread of the application, the others, and
   * all of them again for each retry, on whichever.
   */
  public static final class Enter
      extends AroundAdapter.Three<Object, HttpRequest, AsyncExecChain.Scope, AsyncCall, Void> {
    @Override
    protected AsyncCall begin(Object element, HttpRequest request, AsyncExecChain.Scope scope) {
      HttpHost target = scope.route.getTargetHost();
      if (!RequestLine.leadsToCustomerIo(observer(), scope.originalRequest, target)
          || AsyncCall.known(scope.cancellableDependency) != null) {
        return null;
      }
      AsyncCall call = AsyncCall.begin(observer(), request, target, scope.clientContext);
      call.isKnownBy(scope.cancellableDependency);
      return call;
    }

    @Override
    protected void end(AsyncCall call, Void result, Throwable thrown) {
      if (thrown != null) {
        call.failed(thrown);
      }
    }
  }

  /** A request, or what the library makes of it, is about to be sent. */
  public static final class Send
      extends EventAdapter.Three<Object, HttpRequest, AsyncExecChain.Scope> {
    @Override
    protected void on(Object lastElement, HttpRequest request, AsyncExecChain.Scope scope) {
      AsyncCall call = AsyncCall.of(scope.cancellableDependency);
      if (call == null) {
        return;
      }
      if (RequestLine.isConnect(request)) {
        // Older versions request a tunnel from a proxy at the end of their own chain.
        call.tunnelled();
        return;
      }
      HttpHost target = scope.route.getTargetHost();
      if (RequestLine.leadsToCustomerIo(observer(), request, target)) {
        call.isKnownBy(request);
      } else {
        // A redirect leads away: what was open is over, and what follows is not observed.
        RequestLine.of(request, target).attempt(call.exchange());
      }
    }
  }

  /** A tunnel through a proxy is requested; a refusal becomes the answer to the application. */
  public static final class Tunnel extends EventAdapter.Two<Object, AsyncExecChain.Scope> {
    @Override
    protected void on(Object element, AsyncExecChain.Scope scope) {
      AsyncCall call = AsyncCall.of(scope.cancellableDependency);
      if (call != null) {
        call.tunnelled();
      }
    }
  }

  /** The head of a request is written, unless an interceptor of the application refuses it. */
  public static final class Write extends EventAdapter.Three<Object, HttpRequest, Throwable> {
    @Override
    protected void on(Object handler, HttpRequest request, Throwable thrown) {
      if (thrown != null && !(thrown instanceof IOException)) {
        return;
      }
      AsyncCall call = ofRequest(observer(), request);
      if (call != null) {
        call.attempt(request);
      }
    }
  }

  /** The head of an answer arrives. */
  public static final class Answer extends EventAdapter.Three<Object, HttpRequest, HttpResponse> {
    @Override
    protected void on(Object handler, HttpRequest request, HttpResponse response) {
      answered(ofRequest(observer(), request), handler, response);
    }
  }

  /** An exchange on the wire fails; the library may retry. */
  public static final class WireFailure extends EventAdapter.Three<Object, HttpRequest, Throwable> {
    @Override
    protected void on(Object handler, HttpRequest request, Throwable failure) {
      AsyncCall call = ofRequest(observer(), request);
      if (call != null) {
        call.exchange().failed(failure);
      }
    }
  }

  /** The consumer of an answer's body gets more of it. */
  public static final class Content extends EventAdapter.Two<Object, ByteBuffer> {
    @Override
    protected void on(Object handler, ByteBuffer content) {
      AnswerBody body = Answers.of(handler);
      if (body != null) {
        body.read(content);
      }
    }
  }

  /** The consumer of an answer's body has all of it; the application gets its result next. */
  public static final class ContentEnd extends EventAdapter.One<Object> {
    @Override
    protected void on(Object handler) {
      Answers.end(handler);
    }
  }

  /** The application gets a result. */
  public static final class Complete extends EventAdapter.One<Object> {
    @Override
    protected void on(Object future) {
      AsyncCall call = AsyncCall.of(future);
      if (call != null) {
        call.succeeded();
      }
    }
  }

  /** The application gets an exception. */
  public static final class Fail extends EventAdapter.Two<Object, Throwable> {
    @Override
    protected void on(Object libraryObject, Throwable failure) {
      AsyncCall call = AsyncCall.of(libraryObject);
      if (call != null) {
        call.failed(failure);
      }
    }
  }

  /** The application cancels its future. */
  public static final class Cancel extends EventAdapter.One<Object> {
    @Override
    protected void on(Object future) {
      AsyncCall call = AsyncCall.of(future);
      if (call != null) {
        call.cancelled();
      }
    }
  }

  /**
   * The application uses a minimal client, without redirects and retries: there is exactly one
   * attempt.
   */
  public static final class MinimalSend
      extends AroundAdapter.Three<Object, Object, HttpRequest, AsyncCall, Void> {
    @Override
    protected AsyncCall begin(Object handler, Object cancellable, HttpRequest request) {
      if (!RequestLine.leadsToCustomerIo(observer(), request, null)
          || !(handler instanceof BasicClientExchangeHandler)) {
        // How a handler of the application's own ends is unknown.
        return null;
      }
      AsyncCall call = AsyncCall.begin(observer(), request, null, null);
      call.attempt(request);
      call.isKnownBy(handler);
      call.isKnownBy(cancellable);
      return call;
    }

    @Override
    protected void end(AsyncCall call, Void result, Throwable thrown) {
      if (thrown != null) {
        call.failed(thrown);
      }
    }
  }

  /** The head of the answer to a minimal client arrives. */
  public static final class MinimalAnswer extends EventAdapter.Two<Object, HttpResponse> {
    @Override
    protected void on(Object handler, HttpResponse response) {
      answered(AsyncCall.of(handler), handler, response);
    }
  }

  /** A future gets what it cancels: from then on the future of a minimal client is known. */
  public static final class MinimalFuture extends EventAdapter.Two<Future<?>, Object> {
    @Override
    protected void on(Future<?> future, Object cancellable) {
      AsyncCall call = cancellable instanceof ComplexCancellable ? AsyncCall.of(cancellable) : null;
      if (call == null) {
        return;
      }
      call.isKnownBy(future);
      if (future.isDone()) {
        // It was quicker; a failure has been reported already, by the handler.
        call.succeeded();
      }
    }
  }

  private static AsyncCall ofRequest(Observer observer, HttpRequest request) {
    return RequestLine.mayLeadToCustomerIo(observer, request) ? AsyncCall.of(request) : null;
  }

  private static void answered(AsyncCall call, Object handler, HttpResponse response) {
    if (call != null) {
      call.exchange().answered(response.getCode());
      Answers.expect(handler, call.exchange().answerBody());
    }
  }
}
