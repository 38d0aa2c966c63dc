package io.cioagent.instrumentation.apachehttpasyncclient4;

import io.cioagent.core.call.AnswerBody;
import io.cioagent.core.call.Exchange;
import io.cioagent.instrumentation.AroundAdapter;
import io.cioagent.instrumentation.EventAdapter;
import io.cioagent.instrumentation.answer.Answers;
import java.io.EOFException;
import java.lang.reflect.Method;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.util.concurrent.CancellationException;
import org.apache.http.HttpHost;
import org.apache.http.HttpRequest;
import org.apache.http.HttpResponse;
import org.apache.http.protocol.HttpContext;

/** What happens to the request that a handler of HttpAsyncClient serves. */
final class ApacheHttpAsyncClient4Adapters {
  private ApacheHttpAsyncClient4Adapters() {}

  /** A request waits for a connection, for the first time or again. */
  public static final class Start extends EventAdapter.Two<Object, HttpContext> {
    private static final String TARGET_HOST = "http.target_host";
    private static final String REQUEST = "http.request";

    @Override
    protected void on(Object handler, HttpContext context) {
      Object host = context.getAttribute(TARGET_HOST);
      if (!(host instanceof HttpHost)) {
        return;
      }
      HttpHost target = (HttpHost) host;
      AsyncRequest known = AsyncRequest.of(handler);
      if (known == null
          && (!observer().hosts().contains(target.getHostName(), target.getPort())
              || servesSeveral(handler))) {
        return;
      }
      if (known == null) {
        Exchange exchange = observer().startExchange();
        exchange.begin();
        known = AsyncRequest.start(handler, exchange);
      }
      Object request = context.getAttribute(REQUEST);
      known.leadsTo(target, request instanceof HttpRequest ? (HttpRequest) request : null);
    }

    /** Pipelined requests share one handler and one result: they are not observed. */
    private static boolean servesSeveral(Object handler) {
      return handler.getClass().getSimpleName().startsWith("Pipelining");
    }
  }

  /** One exchange on the wire begins. */
  public static final class Send extends EventAdapter.Two<Object, HttpRequest> {
    @Override
    protected void on(Object handler, HttpRequest sent) {
      AsyncRequest request = AsyncRequest.of(handler);
      if (request != null) {
        request.send(sent);
      }
    }
  }

  /** The head of an answer arrives. */
  public static final class Answer extends EventAdapter.Two<Object, HttpResponse> {
    @Override
    protected void on(Object handler, HttpResponse response) {
      AsyncRequest request = AsyncRequest.of(handler);
      if (request != null) {
        request.answered(response.getStatusLine().getStatusCode());
      }
    }
  }

  /** More of an answer's body arrives, and the consumer gets the decoder to read it from. */
  public static final class Content extends EventAdapter.Two<Object, Object> {
    @Override
    protected void on(Object handler, Object decoder) {
      AsyncRequest request = AsyncRequest.of(handler);
      if (request != null && Answers.of(decoder) == null) {
        Answers.expect(decoder, request.answerBody());
      }
    }
  }

  /** A consumer reads from a decoder. */
  public static final class Decode
      extends AroundAdapter.Two<Object, ByteBuffer, Decode.Reading, Integer> {

    /** A body, and the buffer that it is read into. */
    static final class Reading {
      final AnswerBody body;
      final ByteBuffer buffer;
      final int from;

      Reading(AnswerBody body, ByteBuffer buffer) {
        this.body = body;
        this.buffer = buffer;
        this.from = ((Buffer) buffer).position();
      }
    }

    @Override
    protected Reading begin(Object decoder, ByteBuffer buffer) {
      AnswerBody body = Answers.of(decoder);
      return body == null ? null : new Reading(body, buffer);
    }

    @Override
    protected void end(Reading reading, Integer count, Throwable thrown) {
      ByteBuffer read = reading.buffer.duplicate();
      ((Buffer) read).flip();
      ((Buffer) read).position(reading.from);
      reading.body.read(read);
    }
  }

  /** The other side closes the connection before the answer is complete: the client retries. */
  public static final class BreakOff extends EventAdapter.One<Object> {
    @Override
    protected void on(Object handler) {
      AsyncRequest request = AsyncRequest.of(handler);
      if (request != null) {
        request.failed(new EOFException("Connection closed by the other side"));
      }
    }
  }

  /** An answer is complete; the request's state says whether the client goes on after it. */
  public static final class CompleteAnswer extends EventAdapter.Two<Object, Object> {
    private volatile Method finalResponse;

    @Override
    protected void on(Object handler, Object state) {
      AsyncRequest request = AsyncRequest.of(handler);
      if (request != null && isLast(state)) {
        request.complete();
        AsyncRequest.forget(handler);
      }
    }

    private boolean isLast(Object state) {
      try {
        Method method = finalResponse;
        if (method == null) {
          // Its class is visible to its own package only.
          method = state.getClass().getDeclaredMethod("getFinalResponse");
          method.setAccessible(true);
          finalResponse = method;
        }
        return method.invoke(state) != null;
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** The last answer is complete: next the application gets it. */
  public static final class Complete extends EventAdapter.One<Object> {
    @Override
    protected void on(Object handler) {
      AsyncRequest request = AsyncRequest.of(handler);
      if (request != null) {
        request.complete();
        AsyncRequest.forget(handler);
      }
    }
  }

  /** A request fails: next the application gets the exception. */
  public static final class Fail extends EventAdapter.Two<Object, Throwable> {
    @Override
    protected void on(Object handler, Throwable failure) {
      AsyncRequest request = AsyncRequest.of(handler);
      if (request != null) {
        request.end(failure);
        AsyncRequest.forget(handler);
      }
    }
  }

  /**
   * A request is cancelled, or aborted by a client that closes. Its handler stays known: it may be
   * about to request another connection on another thread.
   */
  public static final class Cancel extends EventAdapter.One<Object> {
    @Override
    protected void on(Object handler) {
      AsyncRequest request = AsyncRequest.of(handler);
      if (request != null) {
        request.end(new CancellationException("Request cancelled"));
      }
    }
  }
}
