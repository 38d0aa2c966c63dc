package io.cioagent.it.apps;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.timeout.ReadTimeoutHandler;
import java.io.EOFException;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.net.ssl.SSLContext;

/** Through Netty's own HTTP/1.1 codec, as a hand-written client does that keeps its connections. */
public final class NettyLibraryApp extends LibraryApp {

  /** Held, as the JDK would forget the level. */
  private static final Logger QUIET = Logger.getLogger("io.netty");

  private final EventLoopGroup loops = new NioEventLoopGroup(2);
  private final Map<String, Queue<Channel>> idle = new ConcurrentHashMap<>();

  private NettyLibraryApp() {
    super("sync", "async", "streamed", "unread", "proxy", "timeout", "start");
  }

  public static void main(String[] arguments) throws IOException {
    QUIET.setLevel(Level.OFF);
    new NettyLibraryApp().run(arguments);
  }

  /** One exchange on one connection. */
  private final class Answer extends SimpleChannelInboundHandler<Object> {
    private final CompletableFuture<String> result;
    private final String reuse;
    private final boolean unread;

    Answer(CompletableFuture<String> result, String reuse, boolean unread) {
      this.result = result;
      this.reuse = reuse;
      this.unread = unread;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, Object message) throws Exception {
      if (unread && message instanceof HttpResponse) {
        result.complete(((HttpResponse) message).status().code() + " unread");
        context.close();
      } else if (message instanceof FullHttpResponse) {
        FullHttpResponse response = (FullHttpResponse) message;
        if (response.decoderResult().isFailure()) {
          result.completeExceptionally(response.decoderResult().cause());
          context.close();
          return;
        }
        Map<String, String> headers = new TreeMap<>();
        response.headers().forEach(each -> headers.put(each.getKey(), each.getValue()));
        context.pipeline().remove(this);
        if (!"close".equals(headers.get("Connection")) && context.channel().isActive()) {
          idle.computeIfAbsent(reuse, key -> new ArrayDeque<>());
          synchronized (idle) {
            idle.get(reuse).add(context.channel());
          }
        }
        result.complete(
            show(response.status().code(), response.content().toString(UTF_8), headers));
      }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      result.completeExceptionally(cause);
      context.close();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) throws Exception {
      result.completeExceptionally(new EOFException("closed"));
      super.channelInactive(context);
    }
  }

  @Override
  protected String send(String way, Outgoing request) throws Exception {
    CompletableFuture<String> answer = new CompletableFuture<>();
    Channel channel;
    if (way.equals("sync")) {
      channel = pooled(request.url().startsWith("https") + request.host() + request.port());
      if (channel == null) {
        channel = connect(way, request).sync().channel();
      }
      Channel connected = channel;
      handshake(connected);
      write(connected, way, request, answer);
    } else {
      channel = connect(way, request).sync().channel();
      handshake(channel);
      write(channel, way, request, answer);
    }
    try {
      return answer.get(10, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Exception) {
        throw (Exception) e.getCause();
      }
      throw e;
    } catch (TimeoutException e) {
      channel.close().sync();
      throw e;
    }
  }

  /** Nothing blocks: the listener of the connection writes. */
  @Override
  protected StartedRequest begin(Outgoing request) {
    CompletableFuture<String> answer = new CompletableFuture<>();
    boolean late = request.pathAndQuery().endsWith("/late");
    Channel waiting = late ? null : pooled(key(request));
    if (waiting != null) {
      write(waiting, "async", request, answer);
      return new StartedRequest(answer, waiting::close);
    }
    ChannelFuture connecting = connect("async", request);
    if (late) {
      connecting.awaitUninterruptibly();
    }
    connecting.addListener(
        (ChannelFutureListener)
            connected -> {
              if (!connected.isSuccess()) {
                answer.completeExceptionally(connected.cause());
              } else {
                write(connected.channel(), "async", request, answer);
              }
            });
    return new StartedRequest(answer, () -> connecting.channel().close());
  }

  private static String key(Outgoing request) {
    return request.isTls() + request.host() + request.port();
  }

  private Channel pooled(String key) {
    Queue<Channel> channels = idle.computeIfAbsent(key, made -> new ArrayDeque<>());
    synchronized (idle) {
      Channel channel = channels.poll();
      while (channel != null && !channel.isActive()) {
        channel = channels.poll();
      }
      return channel;
    }
  }

  private ChannelFuture connect(String way, Outgoing request) {
    Bootstrap bootstrap =
        new Bootstrap()
            .group(loops)
            .channel(NioSocketChannel.class)
            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 5000)
            .handler(
                new ChannelInitializer<SocketChannel>() {
                  @Override
                  protected void initChannel(SocketChannel channel) throws Exception {
                    if (request.isTls()) {
                      SslContext tls = SslContextBuilder.forClient().ciphers(ciphers()).build();
                      channel
                          .pipeline()
                          .addLast(tls.newHandler(channel.alloc(), request.host(), request.port()));
                    }
                    channel.pipeline().addLast(new HttpClientCodec());
                    if (way.equals("timeout")) {
                      channel
                          .pipeline()
                          .addLast(new ReadTimeoutHandler(250, TimeUnit.MILLISECONDS));
                    }
                    if (!way.equals("unread")) {
                      channel.pipeline().addLast(new HttpObjectAggregator(1 << 20));
                    }
                  }
                });
    return way.equals("proxy")
        ? bootstrap.connect(proxy())
        : bootstrap.connect(request.host(), request.port());
  }

  /** Those of the JDK: what the oldest version prefers, no JDK of today has. */
  private static List<String> ciphers() throws GeneralSecurityException {
    return Arrays.asList(SSLContext.getDefault().getDefaultSSLParameters().getCipherSuites());
  }

  private static void handshake(Channel channel) throws InterruptedException {
    SslHandler tls = channel.pipeline().get(SslHandler.class);
    if (tls != null) {
      tls.handshakeFuture().sync();
    }
  }

  private void write(
      Channel channel, String way, Outgoing request, CompletableFuture<String> answer) {
    channel.pipeline().addLast(new Answer(answer, key(request), way.equals("unread")));
    HttpMethod method = HttpMethod.valueOf(request.method());
    String target = way.equals("proxy") ? request.url() : request.pathAndQuery();
    boolean streamed = way.equals("streamed");
    HttpRequest head =
        streamed
            ? new DefaultHttpRequest(HttpVersion.HTTP_1_1, method, target)
            : new DefaultFullHttpRequest(
                HttpVersion.HTTP_1_1, method, target, Unpooled.wrappedBuffer(request.bytes()));
    int port = request.uri().getPort();
    head.headers()
        .set(HttpHeaderNames.HOST, port < 0 ? request.host() : request.host() + ":" + port)
        .set(HttpHeaderNames.AUTHORIZATION, Secrets.BASIC)
        .set(HttpHeaderNames.CONTENT_TYPE, "application/json");
    if (streamed) {
      head.headers().set(HttpHeaderNames.TRANSFER_ENCODING, HttpHeaderValues.CHUNKED);
      channel.write(head);
      channel.writeAndFlush(new DefaultLastHttpContent(Unpooled.wrappedBuffer(request.bytes())));
    } else {
      head.headers().set(HttpHeaderNames.CONTENT_LENGTH, request.bytes().length);
      channel
          .writeAndFlush(head)
          .addListener(
              written -> {
                if (!written.isSuccess()) {
                  answer.completeExceptionally(written.cause());
                }
              });
    }
  }
}
