package io.cioagent.instrumentation.netty41;

import io.cioagent.core.call.Exchange;
import io.cioagent.instrumentation.AroundAdapter;
import io.cioagent.instrumentation.ObservedAbove;
import io.cioagent.instrumentation.netty41.OpenRequests.OpenRequest;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http2.Http2Connection;
import io.netty.handler.codec.http2.Http2ConnectionAdapter;
import io.netty.handler.codec.http2.Http2ConnectionEncoder;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2Stream;
import io.netty.handler.codec.http2.Http2StreamChannel;
import java.io.EOFException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.util.concurrent.CancellationException;

/** The messages of HTTP/2, each on a stream of its connection. */
final class Http2Adapters {
  private Http2Adapters() {}

  /** Ends the request on a stream that closes for no reason that is known by then. */
  static void watch(Http2Connection connection, OpenRequests open) {
    if (open.watchStreams()) {
      connection.addListener(
          new Http2ConnectionAdapter() {
            @Override
            public void onStreamClosed(Http2Stream stream) {
              OpenRequest request = open.removeFromStream(stream.id());
              if (request != null) {
                request.lost(
                    new EOFException("stream closed before the answer was complete"), false);
              }
            }
          });
    }
  }

  /** The channel of one stream is about to be closed. */
  static void failed(OpenRequests ofConnection, Channel ofStream, Throwable cause) {
    try {
      if (ofStream instanceof Http2StreamChannel) {
        OpenRequest request = ofConnection.onStream(((Http2StreamChannel) ofStream).stream().id());
        if (request != null) {
          request.failed(cause);
        }
      }
    } catch (LinkageError e) {
      // A version without channels for streams.
    }
  }

  /** A request is written; its end gets the number of its stream. */
  public static final class Request
      extends AroundAdapter.Three<
          Http2ConnectionEncoder, ChannelHandlerContext, Http2Headers, Request.Written, Integer> {

    /** A request to Customer.io. */
    static final class Written {
      final Http2Connection connection;
      final Channel channel;
      final Target target;
      final String method;

      Written(Http2Connection connection, Channel channel, Target target, String method) {
        this.connection = connection;
        this.channel = channel;
        this.target = target;
        this.method = method;
      }
    }

    @Override
    protected Written begin(
        Http2ConnectionEncoder encoder, ChannelHandlerContext context, Http2Headers headers) {
      Http2Connection connection = encoder.connection();
      if (connection.isServer() || headers.method() == null) {
        return null;
      }
      Channel channel = context.channel();
      CharSequence authority = headers.authority();
      Target target =
          Target.of(
              observer().hosts(),
              channel,
              headers.scheme(),
              authority == null ? headers.get(HttpHeaderNames.HOST) : authority,
              headers.path());
      return target == null || ObservedAbove.contains(channel)
          ? null
          : new Written(connection, channel, target, headers.method().toString());
    }

    @Override
    protected void end(Written written, Integer stream, Throwable thrown) {
      if (written.connection.stream(stream) == null) {
        // The connection takes no further stream, and the request was not written.
        return;
      }
      Exchange exchange = observer().startExchange();
      written.target.attempt(exchange, written.method);
      OpenRequests open = OpenRequests.of(written.channel);
      open.add(stream, new OpenRequest(exchange));
      watch(written.connection, open);
      open.watch(written.channel);
    }
  }

  /**
   * The head of an answer arrives, or the trailers after its body. The end gets the number of the
   * stream and whether it ends.
   */
  public static final class Headers
      extends AroundAdapter.Three<
          Object, ChannelHandlerContext, Http2Headers, Headers.ArrivedHeaders, Object[]> {

    /** Headers on a connection with open requests to Customer.io. */
    static final class ArrivedHeaders {
      final OpenRequests open;
      final CharSequence status;

      ArrivedHeaders(OpenRequests open, CharSequence status) {
        this.open = open;
        this.status = status;
      }
    }

    @Override
    protected ArrivedHeaders begin(
        Object decoder, ChannelHandlerContext context, Http2Headers headers) {
      OpenRequests open = OpenRequests.find(context.channel());
      return open == null || open.isEmpty() ? null : new ArrivedHeaders(open, headers.status());
    }

    @Override
    protected void end(ArrivedHeaders arrived, Object[] streamAndLast, Throwable thrown) {
      int stream = (Integer) streamAndLast[0];
      OpenRequest request = arrived.open.onStream(stream);
      if (request == null) {
        return;
      }
      if (arrived.status != null) {
        request.answered(Integer.parseInt(arrived.status.toString()), false);
      }
      if ((Boolean) streamAndLast[1] && arrived.open.removeFromStream(stream) != null) {
        request.complete();
      }
    }
  }

  /**
   * A part of the body of an answer arrives. The end gets the number of the stream and whether it
   * ends.
   */
  public static final class Data
      extends AroundAdapter.Three<
          Object, ChannelHandlerContext, ByteBuf, Data.ArrivedData, Object[]> {

    /** Data on a connection with open requests to Customer.io. */
    static final class ArrivedData {
      final OpenRequests open;
      final ByteBuf bytes;

      ArrivedData(OpenRequests open, ByteBuf bytes) {
        this.open = open;
        this.bytes = bytes;
      }
    }

    @Override
    protected ArrivedData begin(Object decoder, ChannelHandlerContext context, ByteBuf bytes) {
      OpenRequests open = OpenRequests.find(context.channel());
      return open == null || open.isEmpty() ? null : new ArrivedData(open, bytes);
    }

    @Override
    protected void end(ArrivedData arrived, Object[] streamAndLast, Throwable thrown) {
      int stream = (Integer) streamAndLast[0];
      OpenRequest request = arrived.open.onStream(stream);
      if (request == null) {
        return;
      }
      request.read(arrived.bytes);
      if ((Boolean) streamAndLast[1] && arrived.open.removeFromStream(stream) != null) {
        request.complete();
      }
    }
  }

  /** The server resets a stream; the end gets its number and the error code. */
  public static final class Reset
      extends AroundAdapter.Two<Object, ChannelHandlerContext, OpenRequests, Object[]> {
    @Override
    protected OpenRequests begin(Object decoder, ChannelHandlerContext context) {
      return OpenRequests.find(context.channel());
    }

    @Override
    protected void end(OpenRequests open, Object[] streamAndCode, Throwable thrown) {
      OpenRequest request = open.removeFromStream((Integer) streamAndCode[0]);
      if (request != null) {
        request.lost(new SocketException("stream reset by the server"), false);
      }
    }
  }

  /**
   * The application, or the library for it, resets a stream; the end gets its number and the error
   * code.
   */
  public static final class Cancel
      extends AroundAdapter.Two<Object, ChannelHandlerContext, OpenRequests, Object[]> {
    @Override
    protected OpenRequests begin(Object handler, ChannelHandlerContext context) {
      return OpenRequests.find(context.channel());
    }

    @Override
    protected void end(OpenRequests open, Object[] streamAndCode, Throwable thrown) {
      OpenRequest request = open.removeFromStream((Integer) streamAndCode[0]);
      if (request == null) {
        return;
      }
      long code = (Long) streamAndCode[1];
      boolean unwanted = code == Http2Error.NO_ERROR.code() || code == Http2Error.CANCEL.code();
      request.lost(
          unwanted
              ? new CancellationException("stream reset by the application")
              : new ProtocolException("stream reset for what the server sent"),
          unwanted);
    }
  }
}
