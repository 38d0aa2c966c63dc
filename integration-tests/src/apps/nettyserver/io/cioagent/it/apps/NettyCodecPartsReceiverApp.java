package io.cioagent.it.apps;

import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpContentDecompressor;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponseEncoder;

/** The codec's halves by themselves, and bodies decompressed. */
public final class NettyCodecPartsReceiverApp extends NettyReceiverApp {

  public static void main(String[] arguments) throws Exception {
    new NettyCodecPartsReceiverApp().run();
  }

  @Override
  void addCodec(ChannelPipeline pipeline) {
    pipeline.addLast(
        new HttpRequestDecoder(), new HttpResponseEncoder(), new HttpContentDecompressor());
  }
}
