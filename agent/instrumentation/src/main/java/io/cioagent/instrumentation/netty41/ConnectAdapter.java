package io.cioagent.instrumentation.netty41;

import io.cioagent.core.observe.Exchange;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.util.concurrent.Future;
import java.net.InetSocketAddress;
import javax.net.ssl.SSLException;

/**
 * A connection to Customer.io is asked for. Where it fails there is no request to tell of, and none
 * will come: an attempt all the same, of which method and path are unknown.
 */
public final class ConnectAdapter extends Adapter {
  private static final int HTTPS_PORT = 443;

  /** Clients on Netty, which know the request that they connect for. */
  private static final String[] CLIENTS = {"org.asynchttpclient.", "io.vertx.", "reactor.netty."};

  public ConnectAdapter(Observer observer) {
    super(observer, "netty41");
  }

  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // a listener; the future stays the application's
  public Object enter(Object bootstrap, Object remote, Object connected) {
    if (!(remote instanceof InetSocketAddress) || !(connected instanceof ChannelFuture)) {
      return null;
    }
    InetSocketAddress address = (InetSocketAddress) remote;
    String host = address.getHostString();
    if (observer().hosts().contains(host, address.getPort())
        && !isOfClient(((Bootstrap) bootstrap).config().handler())) {
      Exchange exchange = observer().startExchange();
      ChannelFuture future = (ChannelFuture) connected;
      future.addListener(
          ended -> {
            if (ended.isSuccess()) {
              watchHandshake(future.channel(), exchange, address);
            } else if (ended.cause() != null && !ended.isCancelled()) {
              boolean tls = address.getPort() == HTTPS_PORT || Tls.in(future.channel());
              failed(exchange, tls, address, ended.cause());
            }
          });
    }
    return null;
  }

  private static boolean isOfClient(ChannelHandler handler) {
    String name = handler == null ? "" : handler.getClass().getName();
    for (String each : CLIENTS) {
      if (name.startsWith(each)) {
        return true;
      }
    }
    return false;
  }

  /** An application may wait for the handshake before it writes its request. */
  @SuppressWarnings("FutureReturnValueIgnored")
  private static void watchHandshake(
      Channel channel, Exchange exchange, InetSocketAddress address) {
    Future<Channel> handshake = Tls.handshake(channel);
    if (handshake != null) {
      handshake.addListener(
          ended -> {
            // A request that was written already fails by itself.
            if (ended.cause() instanceof SSLException && Flights.find(channel) == null) {
              failed(exchange, true, address, ended.cause());
            }
          });
    }
  }

  private static void failed(
      Exchange exchange, boolean tls, InetSocketAddress address, Throwable cause) {
    exchange.attempt(
        null, tls ? "https" : "http", address.getHostString(), address.getPort(), null);
    exchange.end(0, cause);
  }
}
