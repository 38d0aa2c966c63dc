package io.cioagent.instrumentation.ktorcio;

import io.cioagent.core.call.Exchange;
import io.cioagent.instrumentation.AroundAdapter;
import io.cioagent.instrumentation.LibraryObjects;
import io.cioagent.instrumentation.RequestTarget;
import io.cioagent.instrumentation.answer.Answers;
import io.ktor.client.request.HttpRequestData;
import io.ktor.client.request.HttpResponseData;
import io.ktor.http.Url;
import kotlin.coroutines.Continuation;
import kotlin.coroutines.jvm.internal.BaseContinuationImpl;
import org.jspecify.annotations.Nullable;

/** The engine's objects as facts about requests. */
final class KtorCioAdapters {
  /** The requests to Customer.io that are suspended, by the continuation of who asked for them. */
  private static final LibraryObjects<Exchange> SUSPENDED = new LibraryObjects<>();

  private KtorCioAdapters() {}

  /** The engine carries out a request: it begins, or goes on after it was suspended. */
  public static final class Execute
      extends AroundAdapter.Three<
          Object, @Nullable HttpRequestData, Continuation<?>, Execute.Running, Object> {

    /** A request that this thread works on until it ends or is suspended. */
    static final class Running {
      final Exchange exchange;
      final Continuation<?> caller;

      Running(Exchange exchange, Continuation<?> caller) {
        this.exchange = exchange;
        this.caller = caller;
      }
    }

    @Override
    protected @Nullable Running begin(
        Object engine, @Nullable HttpRequestData request, Continuation<?> continuation) {
      // Only the method's own continuation calls it without a request.
      return request == null ? resumed(continuation) : begun(request, continuation);
    }

    private static @Nullable Running resumed(Continuation<?> continuation) {
      if (!(continuation instanceof BaseContinuationImpl)) {
        return null;
      }
      Continuation<?> caller = ((BaseContinuationImpl) continuation).getCompletion();
      Exchange exchange = SUSPENDED.get(caller);
      return exchange == null || caller == null ? null : new Running(exchange, caller);
    }

    private @Nullable Running begun(HttpRequestData request, Continuation<?> caller) {
      Url url = request.getUrl();
      if (!observer().hosts().contains(url.getHost(), url.getPort())) {
        return null;
      }
      Exchange exchange = observer().startExchange();
      // The engine connects for each request anew, or takes a connection of the same host.
      exchange.attempt(
          request.getMethod().getValue(),
          url.getProtocol().getName(),
          url.getHost(),
          url.getPort(),
          target(url));
      // It may be resumed on another thread before this one returns.
      SUSPENDED.put(caller, exchange);
      return new Running(exchange, caller);
    }

    private static String target(Url url) {
      String query = url.getEncodedQuery();
      return RequestTarget.of(url.getEncodedPath(), query.isEmpty() ? null : query);
    }

    @Override
    protected void end(Running running, @Nullable Object result, @Nullable Throwable thrown) {
      if (thrown != null) {
        SUSPENDED.remove(running.caller);
        running.exchange.end(0, thrown);
      } else if (result instanceof HttpResponseData) {
        SUSPENDED.remove(running.caller);
        HttpResponseData response = (HttpResponseData) result;
        int status = response.getStatusCode().getValue();
        running.exchange.answered(status);
        // The application may read the body much later, or never.
        Answers.expect(response.getBody(), running.exchange.answerBody());
        running.exchange.end(status, null);
      }
    }
  }
}
