package io.cioagent.benchmarks.percall.library;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.ReferenceCountUtil;
import java.net.URI;
import org.openjdk.jmh.annotations.Benchmark;

/** Netty's client codec without its wire; one channel for each host. */
public class NettyBenchmark extends LibraryBenchmark {

  private final ByteBuf answer = Unpooled.unreleasableBuffer(Unpooled.wrappedBuffer(Answer.BYTES));
  private Connection toCustomerIo;
  private Connection toOtherHost;

  @Benchmark
  public int netty() throws Exception {
    return send();
  }

  @Override
  void open() {
    toCustomerIo = new Connection(customerIo());
    toOtherHost = new Connection(otherHost());
  }

  @Override
  int send(String url) {
    Connection connection = url.equals(toOtherHost.url) ? toOtherHost : toCustomerIo;
    connection.channel.writeOutbound(connection.request.retain());
    for (Object out = connection.channel.readOutbound();
        out != null;
        out = connection.channel.readOutbound()) {
      ReferenceCountUtil.release(out);
    }
    connection.channel.writeInbound(answer.resetReaderIndex());
    int status = 0;
    for (Object in = connection.channel.readInbound();
        in != null;
        in = connection.channel.readInbound()) {
      if (in instanceof HttpResponse) {
        status = ((HttpResponse) in).status().code();
      }
      ReferenceCountUtil.release(in);
    }
    return status;
  }

  @Override
  void close() {
    toCustomerIo.channel.finishAndReleaseAll();
    toOtherHost.channel.finishAndReleaseAll();
  }

  @Override
  String customerIo() {
    return "http://track.customer.io/api/v1/customers/cust_4711";
  }

  @Override
  String otherHost() {
    return "http://partner.example.com/orders/4711";
  }

  private static final class Connection {
    final String url;
    final FullHttpRequest request;
    final EmbeddedChannel channel = new EmbeddedChannel(new HttpClientCodec());

    Connection(String url) {
      this.url = url;
      URI uri = URI.create(url);
      request = new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, uri.getRawPath());
      request.headers().set(HttpHeaderNames.HOST, uri.getHost());
    }
  }
}
