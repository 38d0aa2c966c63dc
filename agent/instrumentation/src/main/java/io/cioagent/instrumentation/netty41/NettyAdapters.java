package io.cioagent.instrumentation.netty41;

import io.cioagent.core.call.Exchange;
import io.cioagent.instrumentation.AroundAdapter;
import io.cioagent.instrumentation.EventAdapter;
import io.cioagent.instrumentation.ObservedAbove;
import io.cioagent.instrumentation.netty41.OpenRequests.OpenRequest;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.timeout.ReadTimeoutException;
import io.netty.util.concurrent.Future;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;
import javax.net.ssl.SSLException;

/** Connections, and the messages of HTTP/1.1 on them. Also woven by {@code nettyhandover}. */
public final class NettyAdapters {
  private NettyAdapters() {}

  /** A request is written: what the encoder has encoded goes over the wire next. */
  public static final class Request
      extends EventAdapter.Three<Object, ChannelHandlerContext, Object> {
    @Override
    protected void on(Object encoder, ChannelHandlerContext context, Object message) {
      if (!(message instanceof HttpRequest)) {
        return;
      }
      Channel channel = context.channel();
      HttpRequest request = (HttpRequest) message;
      Target target = Target.of(observer().hosts(), channel, request);
      if (target == null || HttpMethod.CONNECT.equals(request.method())) {
        OpenRequests open = OpenRequests.find(channel);
        if (open != null && !open.isEmpty()) {
          // Its answer comes before those to later requests.
          open.add(new OpenRequest(null));
        }
      } else if (!ObservedAbove.contains(channel)) {
        Exchange exchange = observer().startExchange();
        target.attempt(exchange, request.method().name());
        OpenRequests open = OpenRequests.of(channel);
        open.add(new OpenRequest(exchange));
        open.watch(channel);
      }
    }
  }

  /** Parts of an answer arrive: what the decoder adds to its list, the application gets next. */
  public static final class Answer
      extends AroundAdapter.Three<Object, ChannelHandlerContext, List<?>, Answer.Decoding, Void> {
    private static final int SWITCHING_PROTOCOLS = 101;

    /** The decoder's list before it decodes. */
    static final class Decoding {
      final OpenRequests open;
      final List<?> decoded;
      final int size;

      Decoding(OpenRequests open, List<?> decoded) {
        this.open = open;
        this.decoded = decoded;
        this.size = decoded.size();
      }
    }

    @Override
    protected Decoding begin(Object decoder, ChannelHandlerContext context, List<?> decoded) {
      OpenRequests open = OpenRequests.find(context.channel());
      return open == null || open.next() == null ? null : new Decoding(open, decoded);
    }

    @Override
    protected void end(Decoding decoding, Void result, Throwable thrown) {
      for (int i = decoding.size; i < decoding.decoded.size(); i++) {
        Object part = decoding.decoded.get(i);
        OpenRequest request = decoding.open.next();
        if (request != null && part instanceof HttpObject) {
          arrived(decoding.open, request, (HttpObject) part);
        }
      }
    }

    private static void arrived(OpenRequests open, OpenRequest request, HttpObject part) {
      if (part.decoderResult().isFailure()) {
        open.removeNext();
        request.malformed(part.decoderResult().cause());
        return;
      }
      if (part instanceof HttpResponse) {
        HttpResponse head = (HttpResponse) part;
        int status = head.status().code();
        if (status == SWITCHING_PROTOCOLS) {
          switched(open, request, head);
          return;
        }
        request.answered(
            status,
            !HttpUtil.isTransferEncodingChunked(head) && !HttpUtil.isContentLengthSet(head));
      }
      if (part instanceof HttpContent) {
        request.read(((HttpContent) part).content());
      }
      if (part instanceof LastHttpContent && !request.wasInterim()) {
        open.removeNext();
        request.complete();
      }
    }

    /** To HTTP/2, where the answer follows, or away from HTTP. */
    private static void switched(OpenRequests open, OpenRequest request, HttpResponse head) {
      open.removeNext();
      if (head.headers().containsValue(HttpHeaderNames.UPGRADE, "h2c", true)) {
        open.add(OpenRequests.UPGRADED_STREAM, request);
      } else {
        request.end(SWITCHING_PROTOCOLS, null);
      }
    }
  }

  /**
   * A connection to Customer.io is opened. Where that fails, no request follows: it counts as an
   * attempt whose method and path are unknown.
   */
  public static final class Connect
      extends EventAdapter.Three<Bootstrap, SocketAddress, ChannelFuture> {
    private static final int HTTPS_PORT = 443;

    /** Clients on Netty, which know the request that they connect for. */
    private static final String[] CLIENTS = {"org.asynchttpclient.", "io.vertx.", "reactor.netty."};

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // a listener; the future stays the application's
    protected void on(Bootstrap bootstrap, SocketAddress remote, ChannelFuture connected) {
      if (!(remote instanceof InetSocketAddress) || connected == null) {
        return;
      }
      InetSocketAddress address = (InetSocketAddress) remote;
      if (!observer().hosts().contains(address.getHostString(), address.getPort())
          || isOfClient(bootstrap.config().handler())) {
        return;
      }
      Exchange exchange = observer().startExchange();
      connected.addListener(
          ended -> {
            if (ended.isSuccess()) {
              watchHandshake(connected.channel(), exchange, address);
            } else if (ended.cause() != null && !ended.isCancelled()) {
              boolean tls = address.getPort() == HTTPS_PORT || Tls.in(connected.channel());
              failed(exchange, tls, address, ended.cause());
            }
          });
    }

    private static boolean isOfClient(ChannelHandler handler) {
      String name = handler == null ? "" : handler.getClass().getName();
      for (String each : CLIENTS) {
        if (name.startsWith(each)) {
          return true;
        }
      }
      return false;
    }

    /** An application may wait for the handshake before it writes its request. */
    @SuppressWarnings("FutureReturnValueIgnored")
    private static void watchHandshake(
        Channel channel, Exchange exchange, InetSocketAddress address) {
      Future<Channel> handshake = Tls.handshake(channel);
      if (handshake != null) {
        handshake.addListener(
            ended -> {
              // A request that was written already fails by itself.
              if (ended.cause() instanceof SSLException && OpenRequests.find(channel) == null) {
                failed(exchange, true, address, ended.cause());
              }
            });
      }
    }

    private static void failed(
        Exchange exchange, boolean tls, InetSocketAddress address, Throwable cause) {
      exchange.attempt(
          null, tls ? "https" : "http", address.getHostString(), address.getPort(), null);
      exchange.end(0, cause);
    }
  }

  /** The application, or a handler for it, closes a connection; the peer's end is not seen here. */
  public static final class Close extends EventAdapter.Two<Object, ChannelHandlerContext> {
    @Override
    protected void on(Object handler, ChannelHandlerContext context) {
      OpenRequests open = OpenRequests.find(context.channel());
      if (open != null) {
        open.closedByApplication();
      }
    }
  }

  /** Something failed on a connection. If it is closed next, that is the reason. */
  public static final class Failure
      extends EventAdapter.Three<Object, ChannelHandlerContext, Throwable> {
    @Override
    protected void on(Object handler, ChannelHandlerContext context, Throwable cause) {
      OpenRequests open = OpenRequests.find(context.channel());
      if (open != null) {
        open.failed(cause);
      }
    }
  }

  /** A connection, or a stream of one, was silent for too long, and is closed next. */
  public static final class ReadTimeout extends EventAdapter.Two<Object, ChannelHandlerContext> {
    @Override
    protected void on(Object handler, ChannelHandlerContext context) {
      Channel channel = context.channel();
      OpenRequests open = OpenRequests.find(channel);
      if (open != null) {
        open.failed(ReadTimeoutException.INSTANCE);
      } else if (channel.parent() != null) {
        OpenRequests ofConnection = OpenRequests.find(channel.parent());
        if (ofConnection != null) {
          Http2Adapters.failed(ofConnection, channel, ReadTimeoutException.INSTANCE);
        }
      }
    }
  }
}
