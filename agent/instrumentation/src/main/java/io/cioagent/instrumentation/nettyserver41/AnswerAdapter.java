package io.cioagent.instrumentation.nettyserver41;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpResponse;

/** An answer, or a part of it, is written. */
public final class AnswerAdapter extends Adapter {

  public AnswerAdapter(Observer observer) {
    super(observer, "nettyserver41");
  }

  @Override
  public Object enter(Object encoder, Object context, Object part) {
    boolean head = Parts.isResponse(part);
    boolean last = Parts.isLast(part);
    if (!head && !last) {
      return null;
    }
    Channel channel = ((ChannelHandlerContext) context).channel();
    Requests requests = Requests.find(channel);
    if (requests != null) {
      requests.answered(head ? ((HttpResponse) part).status().code() : 0, last);
    }
    return null;
  }
}
