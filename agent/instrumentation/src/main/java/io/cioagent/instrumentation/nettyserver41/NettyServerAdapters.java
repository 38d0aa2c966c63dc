package io.cioagent.instrumentation.nettyserver41;

import io.cioagent.core.webhook.WebhookRequest;
import io.cioagent.instrumentation.EventAdapter;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObjectDecoder;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import java.util.List;

/** The messages of a server: those to which a webhook belongs are passed on. */
final class NettyServerAdapters {
  private NettyServerAdapters() {}

  /** Requests, or parts of their bodies, are about to be given to the pipeline. */
  public static final class Request
      extends EventAdapter.Three<Object, ChannelHandlerContext, List<?>> {
    @Override
    protected void on(Object decoder, ChannelHandlerContext context, List<?> parts) {
      Channel channel = context.channel();
      boolean webhookMayArrive = true;
      for (int i = 0; i < parts.size(); i++) {
        Object part = parts.get(i);
        if (Parts.isRequest(part)) {
          webhookMayArrive = begin(decoder, channel, (HttpRequest) part);
        }
        if (webhookMayArrive && Parts.isContent(part)) {
          Requests requests = Requests.find(channel);
          if (requests != null) {
            requests.read((HttpContent) part);
          }
        }
      }
    }

    /** Whether it is a webhook. */
    private boolean begin(Object decoder, Channel channel, HttpRequest request) {
      WebhookRequest webhook = Recognition.begin(observer(), request);
      if (webhook != null) {
        Requests.of(channel).add(webhook, Recognition.isPlain(request), channel);
        return true;
      }
      if (decoder instanceof HttpObjectDecoder) {
        // Its answer comes before those to later requests. A stream of HTTP/2 has one request only.
        Requests.of(channel).add();
      }
      return false;
    }
  }

  /** An answer, or a part of it, is written: what is encoded goes over the wire next. */
  public static final class Answer
      extends EventAdapter.Three<Object, ChannelHandlerContext, Object> {
    @Override
    protected void on(Object encoder, ChannelHandlerContext context, Object part) {
      boolean head = Parts.isResponse(part);
      boolean last = Parts.isLast(part);
      if (!head && !last) {
        return;
      }
      Requests requests = Requests.find(context.channel());
      if (requests != null) {
        requests.answered(head ? ((HttpResponse) part).status().code() : 0, last);
      }
    }
  }
}
