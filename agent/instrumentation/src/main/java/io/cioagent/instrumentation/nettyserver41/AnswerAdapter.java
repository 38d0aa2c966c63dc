package io.cioagent.instrumentation.nettyserver41;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;

/** An answer, or a part of it, is written. */
public final class AnswerAdapter extends Adapter {

  public AnswerAdapter(Observer observer) {
    super(observer, "nettyserver41");
  }

  @Override
  public Object enter(Object encoder, Object context, Object message) {
    if (message instanceof HttpResponse || message instanceof LastHttpContent) {
      Requests requests = Requests.find(((ChannelHandlerContext) context).channel());
      if (requests != null) {
        requests.answered((HttpObject) message);
      }
    }
    return null;
  }
}
