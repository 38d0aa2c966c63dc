package io.cioagent.instrumentation.nettyserver41;

import io.cioagent.core.observe.Observer;
import io.cioagent.core.webhook.WebhookRequest;
import io.cioagent.instrumentation.Adapter;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObjectDecoder;
import io.netty.handler.codec.http.HttpRequest;
import java.util.List;

/** Requests, or parts of their bodies, are handed to the pipeline. */
public final class RequestAdapter extends Adapter {
  private final Recognition recognition;

  public RequestAdapter(Observer observer) {
    super(observer, "nettyserver41");
    this.recognition = new Recognition(observer);
  }

  @Override
  public Object enter(Object decoder, Object context, Object decoded) {
    Channel channel = ((ChannelHandlerContext) context).channel();
    List<?> parts = (List<?>) decoded;
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
    return null;
  }

  /** Whether it is a webhook. */
  private boolean begin(Object decoder, Channel channel, HttpRequest request) {
    WebhookRequest webhook = recognition.begin(request);
    if (webhook != null) {
      Requests.of(channel).add(webhook, Recognition.isPlain(request), channel);
      return true;
    }
    if (decoder instanceof HttpObjectDecoder) {
      // Its answer comes before those to what follows. A stream of HTTP/2 has one request only.
      Requests.of(channel).add();
    }
    return false;
  }
}
