package io.cioagent.core.call;

import io.cioagent.core.call.ErrorType.Kind;
import java.util.HashMap;
import java.util.Map;

/** Exceptions of HTTP libraries, which are not there for us to see: known by name and message. */
final class LibraryErrors {
  /** What each class says; a subclass says the same. */
  private static final Map<String, Kind> BY_CLASS = new HashMap<>();

  /** What a class says with one message, over what it says with any other. */
  private static final Map<String, Kind> BY_MESSAGE = new HashMap<>();

  static {
    // OkHttp tells by the text alone that somebody no longer wanted an answer.
    String okhttp = "okhttp3.internal.http2.";
    add(okhttp, Kind.RESET, "StreamResetException", "ConnectionShutdownException");
    String[] givenUp = {"Canceled", "interrupted", "thread interrupted", "executor rejected"};
    for (String text : givenUp) {
      BY_MESSAGE.put("java.io.IOException " + text, Kind.CANCELLED);
      BY_MESSAGE.put("java.io.InterruptedIOException " + text, Kind.CANCELLED);
    }
    String[] endings = {
      "NoHttpResponseException", "ConnectionClosedException", "TruncatedChunkException"
    };
    String apache4 = "org.apache.http.";
    add(apache4, Kind.RESET, endings);
    add(apache4, Kind.CANCELLED, "impl.execchain.RequestAbortedException");
    add("org.apache.commons.httpclient.", Kind.RESET, "NoHttpResponseException");
    String core5 = "org.apache.hc.core5.http.";
    add(core5, Kind.RESET, endings);
    add(core5, Kind.RESET, "HttpStreamResetException");
    String client5 = "org.apache.hc.client5.http.impl.classic.";
    add(client5, Kind.CANCELLED, "RequestAbortedException");
    // Interrupted, but by nothing that took too long: its cause may tell more.
    add(client5, Kind.IO, "RequestFailedException");
    BY_MESSAGE.put(client5 + "RequestFailedException Request aborted", Kind.CANCELLED);
    BY_MESSAGE.put("java.io.InterruptedIOException Connection has been shut down", Kind.CANCELLED);
    // Jetty's are runtime exceptions, about what came over the wire or did not.
    String jetty = "org.eclipse.jetty.";
    add(jetty, Kind.IO, "client.HttpResponseException", "client.HttpRequestException");
    add(jetty, Kind.IO, "http.BadMessageException");
    String netty = "io.netty.";
    add(netty, Kind.TIMEOUT, "channel.ConnectTimeoutException", "handler.timeout.TimeoutException");
    add(netty, Kind.TIMEOUT, "handler.ssl.SslHandshakeTimeoutException");
    add(netty, Kind.DNS, "resolver.dns.DnsNameResolverException");
    add(netty, Kind.RESET, "channel.unix.Errors$NativeIoException");
    String codec = netty + "handler.codec.";
    add(codec, Kind.RESET, "PrematureChannelClosureException");
    add(codec, Kind.RESET, "http2.Http2Exception$StreamException");
    add(codec, Kind.IO, "http2.Http2Exception", "CodecException");
    String reactor = "reactor.netty.";
    add(reactor, Kind.RESET, "http.client.PrematureCloseException", "channel.AbortedException");
    String async = "org.asynchttpclient.exception.";
    add(async, Kind.RESET, "RemotelyClosedException", "ChannelClosedException");
    add("io.vertx.core.http.", Kind.RESET, "HttpClosedException", "StreamResetException");
  }

  private LibraryErrors() {}

  private static void add(String room, Kind kind, String... classes) {
    for (String name : classes) {
      BY_CLASS.put(room + name, kind);
    }
  }

  /** Null where nothing is known but what the exception is of the JDK's. */
  static Kind kindOf(Throwable error) {
    Kind kind = BY_MESSAGE.get(error.getClass().getName() + ' ' + messageOf(error));
    for (Class<?> each = error.getClass();
        kind == null && each != Throwable.class;
        each = each.getSuperclass()) {
      kind = BY_CLASS.get(each.getName());
    }
    return kind;
  }

  /** An exception of the application may throw where it must not. */
  private static String messageOf(Throwable error) {
    try {
      return error.getMessage();
    } catch (RuntimeException | Error e) {
      return null;
    }
  }
}
