package io.cioagent.instrumentation.apachehttpclient5;

import io.cioagent.core.call.AnswerBody;
import io.cioagent.core.call.Exchange;
import io.cioagent.instrumentation.AroundAdapter;
import io.cioagent.instrumentation.answer.Answers;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CancellationException;
import org.apache.hc.core5.concurrent.CancellableDependency;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.impl.io.ChunkedInputStream;
import org.apache.hc.core5.http.impl.io.ContentLengthInputStream;
import org.apache.hc.core5.http.impl.io.IdentityInputStream;

/** The classic clients' objects as facts about calls and their exchanges on the wire. */
final class ClassicAdapters {
  private ClassicAdapters() {}

  /** A client runs a request: what it returns or throws is what the application gets. */
  public static final class Execute
      extends AroundAdapter.Three<Object, HttpHost, HttpRequest, ClassicCall, HttpResponse> {
    @Override
    protected ClassicCall begin(Object client, HttpHost target, HttpRequest request) {
      if (request == null) {
        return null;
      }
      if (!RequestLine.leadsToCustomerIo(observer(), request, target)) {
        return ClassicCall.beginOther();
      }
      Exchange exchange = observer().startExchange();
      exchange.begin();
      return ClassicCall.begin(exchange, request, target);
    }

    @Override
    protected void end(ClassicCall call, HttpResponse response, Throwable thrown) {
      call.leave();
      Exchange exchange = call.exchange;
      if (exchange == null) {
        return;
      }
      if (exchange.isUntried() && (thrown != null || call.tunnelled)) {
        // No connection, or the proxy refuses a tunnel. Otherwise the answer is from a cache.
        RequestLine.of(call.request, call.target).attempt(exchange);
      }
      exchange.end(response == null ? 0 : response.getCode(), withReason(thrown, call.request));
    }

    /** A request that is cancelled loses its connection, and fails as if the peer had closed it. */
    private static Throwable withReason(Throwable thrown, HttpRequest request) {
      if (thrown == null
          || !(request instanceof CancellableDependency)
          || !((CancellableDependency) request).isCancelled()) {
        return thrown;
      }
      // Without its cause, which may say that it took too long.
      return new CancellationException(thrown.toString());
    }
  }

  /** One exchange on the wire. */
  public static final class Wire
      extends AroundAdapter.Two<Object, HttpRequest, Exchange, ClassicHttpResponse> {
    @Override
    protected Exchange begin(Object runtime, HttpRequest request) {
      ClassicCall call = ClassicCall.current();
      if (call == null) {
        return RequestLine.leadsToCustomerIo(observer(), request, null) ? ledIn(request) : null;
      }
      if (RequestLine.isConnect(request)) {
        call.tunnelled = true;
        return null;
      }
      RequestLine.of(request, call.target).attempt(call.exchange);
      return call.exchange;
    }

    private Exchange ledIn(HttpRequest request) {
      if (RequestLine.isConnect(request)) {
        return null;
      }
      Exchange exchange = observer().startLedInExchange();
      RequestLine.of(request, null).attempt(exchange);
      return exchange;
    }

    @Override
    protected void end(Exchange exchange, ClassicHttpResponse response, Throwable thrown) {
      if (thrown == null) {
        exchange.answered(response.getCode());
        expect(response, exchange.answerBody());
      } else {
        exchange.failed(thrown);
      }
      exchange.endIfLedIn(thrown);
    }

    /**
     * @param response as it comes from the connection, whose entity just holds its stream
     * @param body null for nearly all answers, whose body is of no interest
     */
    private static void expect(ClassicHttpResponse response, AnswerBody body) {
      HttpEntity entity = body == null ? null : response.getEntity();
      if (entity == null || !entity.isStreaming()) {
        return;
      }
      try {
        InputStream stream = entity.getContent();
        // One that is always empty serves all.
        if (stream instanceof ContentLengthInputStream
            || stream instanceof ChunkedInputStream
            || stream instanceof IdentityInputStream) {
          Answers.expect(stream, body);
        }
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
