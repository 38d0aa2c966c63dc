package io.cioagent.it.apps;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.LastHttpContent;

/** The handler gets each request as a whole; whoever asks before sending is answered for it. */
public final class NettyAggregatingReceiverApp extends NettyReceiverApp {

  public static void main(String[] arguments) throws Exception {
    new NettyAggregatingReceiverApp().run();
  }

  @Override
  void addCodec(ChannelPipeline pipeline) {
    pipeline.addLast(new HttpServerCodec(), new Unfinished(), new HttpObjectAggregator(1 << 22));
  }

  /** Tells of a request that breaks off, as the aggregator keeps it to itself. */
  private static final class Unfinished extends ChannelInboundHandlerAdapter {
    private boolean unfinished;

    @Override
    public void channelRead(ChannelHandlerContext context, Object part) {
      if (part instanceof HttpRequest) {
        unfinished = true;
      }
      if (part instanceof LastHttpContent) {
        unfinished = false;
      }
      context.fireChannelRead(part);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
      if (unfinished) {
        Hook.observed("thrown=closed");
      }
      context.fireChannelInactive();
    }
  }
}
