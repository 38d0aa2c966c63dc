package io.cioagent.instrumentation.nettyserver41;

import static io.cioagent.instrumentation.Shape.after;
import static io.cioagent.instrumentation.Shape.atEndIfAdded;
import static io.cioagent.instrumentation.Signature.method;
import static io.cioagent.instrumentation.Value.THIS;
import static io.cioagent.instrumentation.Value.argument;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.LibraryInstrumentation;
import io.cioagent.instrumentation.Shape;

/**
 * Weaves where bytes become messages and messages bytes. In the first versions the server's codec
 * has no classes of its own, so these are their superclasses, which clients have too: what comes
 * out distinguishes a server from a client.
 *
 * <p>A {@code ChannelHandler} in each pipeline would be less code, but applications look at their
 * pipelines and change them.
 */
public final class NettyServerInstrumentation extends LibraryInstrumentation {
  private static final String CONTEXT = "io.netty.channel.ChannelHandlerContext";
  private static final String LIST = "java.util.List";

  /** What a decoder adds to its list, the pipeline gets next, also if it throws. */
  private static final Shape DECODED = atEndIfAdded(THIS, argument(0), argument(2));

  private static final Shape ENCODED = after(THIS, argument(0), argument(1));

  public NettyServerInstrumentation(Observer observer) {
    type("io.netty.handler.codec.http.HttpObjectDecoder")
        .required(
            method("decode", CONTEXT, "io.netty.buffer.ByteBuf", LIST),
            DECODED,
            NettyServerAdapters.Request.class);
    type("io.netty.handler.codec.http.HttpObjectEncoder")
        .required(
            method("encode", CONTEXT, "java.lang.Object", LIST),
            ENCODED,
            NettyServerAdapters.Answer.class);
    type("io.netty.handler.codec.http2.Http2StreamFrameToHttpObjectCodec")
        .required(
            method("decode", CONTEXT, "io.netty.handler.codec.http2.Http2StreamFrame", LIST),
            DECODED,
            NettyServerAdapters.Request.class)
        .required(
            method("encode", CONTEXT, "io.netty.handler.codec.http.HttpObject", LIST),
            ENCODED,
            NettyServerAdapters.Answer.class);
  }
}
