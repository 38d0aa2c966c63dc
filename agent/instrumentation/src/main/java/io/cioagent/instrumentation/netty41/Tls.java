package io.cioagent.instrumentation.netty41;

import io.netty.channel.Channel;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.Future;

/** The TLS of a connection. An application without TLS may lack the classes. */
final class Tls {
  private Tls() {}

  static boolean in(Channel channel) {
    try {
      return channel.pipeline().get(SslHandler.class) != null;
    } catch (LinkageError e) {
      return false;
    }
  }

  /** Null where there is none. */
  static Future<Channel> handshake(Channel channel) {
    try {
      SslHandler handler = channel.pipeline().get(SslHandler.class);
      return handler == null ? null : handler.handshakeFuture();
    } catch (LinkageError e) {
      return null;
    }
  }

  /** Null where there is none. */
  static Throwable handshakeFailure(Channel channel) {
    try {
      SslHandler handler = channel.pipeline().get(SslHandler.class);
      return handler == null ? null : handler.handshakeFuture().cause();
    } catch (LinkageError e) {
      return null;
    }
  }
}
