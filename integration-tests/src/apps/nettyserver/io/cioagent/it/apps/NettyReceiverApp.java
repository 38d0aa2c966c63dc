package io.cioagent.it.apps;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpServerCodec;
import java.net.InetSocketAddress;

/** Bare Netty: the codec, and a handler that takes a body in the pieces in which it comes. */
public class NettyReceiverApp extends ReceiverApp {

  public static void main(String[] arguments) throws Exception {
    new NettyReceiverApp().run();
  }

  /** All that stands before the handler. */
  void addCodec(ChannelPipeline pipeline) {
    pipeline.addLast(new HttpServerCodec());
  }

  @Override
  protected final int start() throws Exception {
    EventLoopGroup loops = new NioEventLoopGroup(4);
    Channel server =
        new ServerBootstrap()
            .group(loops)
            .channel(NioServerSocketChannel.class)
            .childHandler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    addCodec(channel.pipeline());
                    channel.pipeline().addLast(new HookHandler());
                  }
                })
            .bind("127.0.0.1", 0)
            .sync()
            .channel();
    return ((InetSocketAddress) server.localAddress()).getPort();
  }
}
