package io.cioagent.it.apps;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Receives in whichever way the path asks for. A thread of its own answers in {@code async}, one
 * for all, so that pipelined requests are answered in order.
 */
final class HookHandler extends SimpleChannelInboundHandler<HttpObject> {

  private static final ExecutorService ANSWERING = Executors.newSingleThreadExecutor();

  private Hook hook;
  private Reading reading;

  @Override
  protected void channelRead0(ChannelHandlerContext context, HttpObject part) {
    if (part instanceof HttpRequest) {
      begin(context, (HttpRequest) part);
    }
    if (part instanceof HttpContent && hook != null) {
      ByteBuf content = ((HttpContent) part).content();
      byte[] bytes = new byte[content.readableBytes()];
      content.readBytes(bytes);
      reading.add(bytes, 0, bytes.length);
      if (part instanceof LastHttpContent) {
        end(context);
      }
    }
  }

  private void begin(ChannelHandlerContext context, HttpRequest request) {
    hook = Hook.of(request.uri());
    reading = new Reading();
    reading.note("length", request.headers().get(HttpHeaderNames.CONTENT_LENGTH));
    if (hook.way.equals("nonblocking")) {
      context.channel().config().setAutoRead(false);
    }
    // An aggregator has answered that already.
    if (HttpUtil.is100ContinueExpected(request) && !(request instanceof FullHttpRequest)) {
      context.writeAndFlush(
          new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE));
    }
    if (hook.answer.equals("early")) {
      HttpResponse head = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
      HttpUtil.setTransferEncodingChunked(head, true);
      context.write(head);
      context.writeAndFlush(new DefaultHttpContent(text("early ")));
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    if (!context.channel().config().isAutoRead()) {
      context.read();
    }
    context.fireChannelReadComplete();
  }

  private void end(ChannelHandlerContext context) {
    Hook whole = hook;
    Reading read = reading;
    hook = null;
    reading = null;
    context.channel().config().setAutoRead(true);
    if (whole.way.equals("async")) {
      ANSWERING.execute(() -> answer(context, whole, read));
    } else {
      answer(context, whole, read);
    }
  }

  private static void answer(ChannelHandlerContext context, Hook hook, Reading reading) {
    try {
      hook.beforeAnswer();
    } catch (IllegalStateException thrown) {
      Hook.observed(reading.note("thrown", thrown.getClass().getName()).reported());
      // As if this were the handler's own method: it may run on another thread.
      context.pipeline().fireExceptionCaught(thrown);
      return;
    }
    String reported = reading.reported();
    Hook.observed(reported);
    if (hook.answer.equals("early")) {
      context.writeAndFlush(new DefaultLastHttpContent(text(reported)));
    } else if (hook.answer.equals("closes")) {
      context.close();
    } else {
      write(context, hook.status(), reported);
    }
  }

  private static void write(ChannelHandlerContext context, int status, String body) {
    HttpResponseStatus answer = HttpResponseStatus.valueOf(status);
    boolean empty = status == 204;
    FullHttpResponse response =
        new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, answer, text(empty ? "" : body));
    HttpUtil.setContentLength(response, response.content().readableBytes());
    // A sender of the plain kind waits for the end of the connection where no length is reported.
    HttpUtil.setKeepAlive(response, !empty && status < 500);
    ChannelFuture written = context.writeAndFlush(response);
    if (!HttpUtil.isKeepAlive(response)) {
      written.addListener(ChannelFutureListener.CLOSE);
    }
  }

  private static ByteBuf text(String text) {
    return Unpooled.copiedBuffer(text, ISO_8859_1);
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    if (hook != null) {
      Hook.observed(reading.note("thrown", "closed").reported());
      hook = null;
    }
    context.fireChannelInactive();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    if (cause instanceof IllegalStateException) {
      write(context, 500, "thrown");
    } else {
      context.close();
    }
  }
}
