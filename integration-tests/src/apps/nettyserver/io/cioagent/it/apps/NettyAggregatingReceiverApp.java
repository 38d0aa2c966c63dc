package io.cioagent.it.apps;

import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;

/** The handler gets each request as a whole; whoever asks before sending is answered for it. */
public final class NettyAggregatingReceiverApp extends NettyReceiverApp {

  public static void main(String[] arguments) throws Exception {
    new NettyAggregatingReceiverApp().run();
  }

  @Override
  void addCodec(ChannelPipeline pipeline) {
    pipeline.addLast(new HttpServerCodec(), new HttpObjectAggregator(1 << 22));
  }
}
