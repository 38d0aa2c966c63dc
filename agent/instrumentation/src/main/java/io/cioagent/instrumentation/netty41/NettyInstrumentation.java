package io.cioagent.instrumentation.netty41;

import static io.cioagent.instrumentation.Shape.after;
import static io.cioagent.instrumentation.Shape.afterIf;
import static io.cioagent.instrumentation.Shape.around;
import static io.cioagent.instrumentation.Shape.before;
import static io.cioagent.instrumentation.Shape.beforeIf;
import static io.cioagent.instrumentation.Signature.method;
import static io.cioagent.instrumentation.Value.THIS;
import static io.cioagent.instrumentation.Value.argument;
import static io.cioagent.instrumentation.Value.array;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.LibraryInstrumentation;
import io.cioagent.instrumentation.MethodMatcher;
import io.cioagent.instrumentation.Shape;

/**
 * Weaves the client codec of HTTP/1.1, the frame encoder and decoder of HTTP/2, and the places
 * where the reason for the end of a connection is known.
 *
 * <p>A {@code ChannelHandler} in each pipeline would be less code, but applications look at their
 * pipelines and change them.
 */
public final class NettyInstrumentation extends LibraryInstrumentation {
  private static final String CONTEXT = "io.netty.channel.ChannelHandlerContext";
  private static final String HEADERS = "io.netty.handler.codec.http2.Http2Headers";

  /** Since 4.1.37 or so. */
  private static final MethodMatcher WRITE_HEADERS =
      method(
          "writeHeaders0",
          CONTEXT,
          "int",
          HEADERS,
          "boolean",
          "int",
          "short",
          "boolean",
          "int",
          "boolean",
          "io.netty.channel.ChannelPromise");

  /** Before, the shorter method calls this one. */
  private static final MethodMatcher OLD_WRITE_HEADERS =
      method(
          "writeHeaders",
          CONTEXT,
          "int",
          HEADERS,
          "int",
          "short",
          "boolean",
          "int",
          "boolean",
          "io.netty.channel.ChannelPromise");

  private static final Shape STREAM_WRITTEN =
      afterIf(THIS, argument(0), argument(2)).passing(argument(1));

  private static final Shape STREAM_RESET =
      beforeIf(THIS, argument(0)).passing(array(argument(1), argument(2)));

  public NettyInstrumentation(Observer observer) {
    type("io.netty.handler.codec.http.HttpClientCodec$Encoder")
        .required(
            method("encode", CONTEXT, "java.lang.Object", "java.util.List"),
            after(THIS, argument(0), argument(1)),
            NettyAdapters.Request.class);
    type("io.netty.handler.codec.http.HttpClientCodec$Decoder")
        .required(
            method("decode", CONTEXT, "io.netty.buffer.ByteBuf", "java.util.List"),
            around(THIS, argument(0), argument(2)),
            NettyAdapters.Answer.class);

    type("io.netty.channel.DefaultChannelPipeline$HeadContext")
        .required(
            method("close", CONTEXT, "io.netty.channel.ChannelPromise"),
            before(THIS, argument(0)),
            NettyAdapters.Close.class);
    type(
            "io.netty.channel.DefaultChannelPipeline$HeadContext",
            "io.netty.channel.CombinedChannelDuplexHandler")
        .required(
            method("exceptionCaught", CONTEXT, "java.lang.Throwable"),
            before(THIS, argument(0), argument(1)),
            NettyAdapters.Failure.class);
    type("io.netty.handler.timeout.ReadTimeoutHandler")
        .required(
            method("readTimedOut", CONTEXT),
            before(THIS, argument(0)),
            NettyAdapters.ReadTimeout.class);

    type("io.netty.handler.codec.http2.DefaultHttp2ConnectionEncoder")
        .having(WRITE_HEADERS)
        .required(WRITE_HEADERS, STREAM_WRITTEN, Http2Adapters.Request.class);
    type("io.netty.handler.codec.http2.DefaultHttp2ConnectionEncoder")
        .lacking(WRITE_HEADERS)
        .required(OLD_WRITE_HEADERS, STREAM_WRITTEN, Http2Adapters.Request.class);
    type("io.netty.handler.codec.http2.DefaultHttp2ConnectionDecoder$FrameReadListener")
        .required(
            method(
                "onHeadersRead",
                CONTEXT,
                "int",
                HEADERS,
                "int",
                "short",
                "boolean",
                "int",
                "boolean"),
            beforeIf(THIS, argument(0), argument(2)).passing(array(argument(1), argument(7))),
            Http2Adapters.Headers.class)
        .required(
            method("onDataRead", CONTEXT, "int", "io.netty.buffer.ByteBuf", "int", "boolean"),
            beforeIf(THIS, argument(0), argument(2)).passing(array(argument(1), argument(4))),
            Http2Adapters.Data.class)
        .required(
            method("onRstStreamRead", CONTEXT, "int", "long"),
            STREAM_RESET,
            Http2Adapters.Reset.class);
    type("io.netty.handler.codec.http2.Http2ConnectionHandler")
        .required(
            method("resetStream", CONTEXT, "int", "long", "io.netty.channel.ChannelPromise"),
            STREAM_RESET,
            Http2Adapters.Cancel.class);
  }
}
