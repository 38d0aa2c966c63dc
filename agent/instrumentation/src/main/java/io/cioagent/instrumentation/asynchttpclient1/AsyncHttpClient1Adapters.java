package io.cioagent.instrumentation.asynchttpclient1;

import com.ning.http.client.Request;
import com.ning.http.client.providers.netty.future.NettyResponseFuture;
import com.ning.http.client.uri.Uri;
import io.cioagent.core.call.AnswerBody;
import io.cioagent.core.call.Exchange;
import io.cioagent.instrumentation.EventAdapter;
import io.cioagent.instrumentation.LibraryObjects;
import io.cioagent.instrumentation.RequestTarget;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.CancellationException;
import org.jboss.netty.buffer.ChannelBuffer;
import org.jboss.netty.channel.Channel;
import org.jboss.netty.handler.codec.http.HttpChunk;
import org.jboss.netty.handler.codec.http.HttpMethod;
import org.jboss.netty.handler.codec.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/** The client's objects as facts about requests. */
final class AsyncHttpClient1Adapters {
  /** The requests to Customer.io that are under way, by their future. */
  private static final LibraryObjects<Submitted> LIVE = new LibraryObjects<>();

  private AsyncHttpClient1Adapters() {}

  /** A request that is under way. */
  static final class Submitted {
    final Exchange exchange;

    /** The last one, of whichever host; 0 before. */
    volatile int status;

    Submitted(Exchange exchange) {
      this.exchange = exchange;
    }
  }

  /** The application submits a request, on this thread. */
  public static final class Submit extends EventAdapter.One<NettyResponseFuture<?>> {
    @Override
    protected void on(NettyResponseFuture<?> future) {
      Uri uri = future.getUri();
      if (observer().hosts().contains(uri.getHost(), uri.getPort())) {
        Exchange exchange = observer().startExchange();
        exchange.begin();
        LIVE.put(future, new Submitted(exchange));
      }
    }
  }

  /** A request is written to its connection, perhaps not for the first time. */
  public static final class Write extends EventAdapter.Two<NettyResponseFuture<?>, Channel> {
    @Override
    protected void on(NettyResponseFuture<?> future, Channel channel) {
      Submitted submitted = LIVE.get(future);
      Exchange exchange = submitted == null ? ledIn(future) : submitted.exchange;
      // The client waits for the end of a dead connection; a body may follow its head later.
      if (exchange != null
          && channel.isConnected()
          && !future.isHeadersAlreadyWrittenOnContinue()
          && !tunnels(future)) {
        attempt(exchange, future);
      }
    }

    /** Null for a request to another host. */
    private @Nullable Exchange ledIn(NettyResponseFuture<?> future) {
      Uri uri = future.getUri();
      if (!observer().hosts().contains(uri.getHost(), uri.getPort())) {
        return null;
      }
      Exchange exchange = observer().startLedInExchange();
      LIVE.put(future, new Submitted(exchange));
      return exchange;
    }

    private static boolean tunnels(NettyResponseFuture<?> future) {
      return future.getNettyRequest().getHttpRequest().getMethod() == HttpMethod.CONNECT;
    }
  }

  /** A part of an answer has arrived: its head, maybe with the body, or a chunk of the body. */
  public static final class Part extends EventAdapter.Two<NettyResponseFuture<?>, Object> {
    @Override
    protected void on(NettyResponseFuture<?> future, Object part) {
      Submitted submitted = LIVE.get(future);
      if (submitted == null) {
        return;
      }
      Exchange exchange = submitted.exchange;
      if (part instanceof HttpResponse) {
        HttpResponse response = (HttpResponse) part;
        submitted.status = response.getStatus().getCode();
        exchange.answered(submitted.status);
        if (!response.isChunked()) {
          read(exchange.answerBody(), response.getContent(), true);
        }
      } else if (part instanceof HttpChunk) {
        HttpChunk chunk = (HttpChunk) part;
        read(exchange.answerBody(), chunk.getContent(), chunk.isLast());
      }
    }

    private static void read(@Nullable AnswerBody body, ChannelBuffer content, boolean last) {
      if (body != null) {
        body.read(content.toByteBuffer());
        if (last) {
          body.end();
        }
      }
    }
  }

  /** The connection of a request is gone, and the client may ask again. */
  public static final class Closed extends EventAdapter.One<NettyResponseFuture<?>> {
    @Override
    protected void on(NettyResponseFuture<?> future) {
      Submitted submitted = LIVE.get(future);
      if (submitted != null) {
        submitted.exchange.failed(new ClosedChannelException());
      }
    }
  }

  /** A request has its answer. */
  public static final class Done extends EventAdapter.One<NettyResponseFuture<?>> {
    @Override
    protected void on(NettyResponseFuture<?> future) {
      Submitted submitted = LIVE.remove(future);
      if (submitted != null) {
        submitted.exchange.end(submitted.status, null);
      }
    }
  }

  /** The application cancels a request. */
  public static final class Cancel extends EventAdapter.One<NettyResponseFuture<?>> {
    @Override
    protected void on(NettyResponseFuture<?> future) {
      Submitted submitted = LIVE.remove(future);
      if (submitted != null) {
        submitted.exchange.end(0, new CancellationException());
      }
    }
  }

  /** The client fails a request, for example because it gets no connection. */
  public static final class Abort extends EventAdapter.Two<NettyResponseFuture<?>, Throwable> {
    @Override
    protected void on(NettyResponseFuture<?> future, Throwable failure) {
      Submitted submitted = LIVE.remove(future);
      if (submitted != null) {
        if (submitted.exchange.isUntried()) {
          attempt(submitted.exchange, future);
        }
        submitted.exchange.end(0, failure);
      }
    }
  }

  private static void attempt(Exchange exchange, NettyResponseFuture<?> future) {
    Request request = future.getRequest();
    Uri uri = future.getUri();
    exchange.attempt(
        request.getMethod(),
        uri.getScheme(),
        uri.getHost(),
        uri.getPort(),
        RequestTarget.of(uri.getPath(), uri.getQuery()));
  }
}
