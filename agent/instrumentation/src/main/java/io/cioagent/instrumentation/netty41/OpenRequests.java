package io.cioagent.instrumentation.netty41;

import io.cioagent.core.call.AnswerBody;
import io.cioagent.core.call.Exchange;
import io.cioagent.instrumentation.LibraryObjects;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import java.io.EOFException;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;

/** The requests to Customer.io under way on one connection. Safe for any thread. */
final class OpenRequests {
  /** The stream of the request that was upgraded to HTTP/2. */
  static final int UPGRADED_STREAM = 1;

  private static final LibraryObjects<OpenRequests> BY_CHANNEL = new LibraryObjects<>();

  private final Deque<OpenRequest> inOrder = new ArrayDeque<>();
  private final Map<Integer, OpenRequest> byStream = new HashMap<>();
  private Throwable failure;
  private boolean closedByApplication;
  private boolean watched;
  private boolean streamsWatched;

  private OpenRequests() {}

  /** Null for a channel that never had one. */
  static OpenRequests find(Channel channel) {
    return BY_CHANNEL.get(channel);
  }

  static OpenRequests of(Channel channel) {
    OpenRequests open = BY_CHANNEL.get(channel);
    if (open == null) {
      open = new OpenRequests();
      BY_CHANNEL.put(channel, open);
    }
    return open;
  }

  /** Makes sure that a request that was added before ends with the channel at the latest. */
  @SuppressWarnings("FutureReturnValueIgnored") // a listener; the future stays the channel's
  void watch(Channel channel) {
    ChannelFuture closed = channel.closeFuture();
    boolean first;
    synchronized (this) {
      first = !watched;
      watched = true;
    }
    if (closed.isDone()) {
      lost(null);
    } else if (first) {
      closed.addListener(future -> lost(Tls.handshakeFailure(channel)));
    }
  }

  /** Whether the streams of this connection were not watched so far; from now on they are. */
  synchronized boolean watchStreams() {
    boolean first = !streamsWatched;
    streamsWatched = true;
    return first;
  }

  synchronized boolean isEmpty() {
    return inOrder.isEmpty() && byStream.isEmpty();
  }

  synchronized void add(OpenRequest request) {
    forgetEarlierEnd();
    inOrder.add(request);
  }

  /** The one whose answer comes next, null for none. */
  synchronized OpenRequest next() {
    return inOrder.peek();
  }

  synchronized void removeNext() {
    inOrder.poll();
  }

  synchronized void add(int stream, OpenRequest request) {
    forgetEarlierEnd();
    byStream.put(stream, request);
  }

  /** A failure while nothing was under way ended nothing. */
  private void forgetEarlierEnd() {
    if (isEmpty()) {
      failure = null;
      closedByApplication = false;
    }
  }

  /** Null for the stream of a request to another host. */
  synchronized OpenRequest onStream(int stream) {
    return byStream.get(stream);
  }

  synchronized OpenRequest removeFromStream(int stream) {
    return byStream.remove(stream);
  }

  /** Why the connection is about to end. */
  synchronized void failed(Throwable cause) {
    failure = cause;
  }

  synchronized void closedByApplication() {
    closedByApplication = true;
  }

  /** The connection is gone, and with it all that is under way. */
  synchronized void lost(Throwable handshakeFailure) {
    Throwable cause = failure == null ? handshakeFailure : failure;
    boolean byApplication = cause == null && closedByApplication;
    if (cause == null) {
      cause =
          byApplication
              ? new CancellationException("connection closed by the application")
              : new EOFException("connection closed before the answer was complete");
    }
    for (OpenRequest request : inOrder) {
      request.lost(cause, byApplication);
    }
    for (OpenRequest request : byStream.values()) {
      request.lost(cause, byApplication);
    }
    inOrder.clear();
    byStream.clear();
  }

  /** One request until its answer is complete. Guarded by its {@link OpenRequests}. */
  static final class OpenRequest {
    private final Exchange exchange;
    private int status;
    private boolean interim;
    private boolean endsWithConnection;
    private Throwable failure;

    /**
     * @param exchange null for a request to another host between two of ours
     */
    OpenRequest(Exchange exchange) {
      this.exchange = exchange;
    }

    /**
     * The head of an answer.
     *
     * @param untilClose whether the body ends where the connection ends
     */
    void answered(int code, boolean untilClose) {
      interim = code < 200;
      if (!interim && exchange != null) {
        status = code;
        endsWithConnection = untilClose;
        exchange.answered(code);
      }
    }

    /** Bytes of an answer, which the application gets next. */
    void read(ByteBuf bytes) {
      AnswerBody body = exchange == null || !bytes.isReadable() ? null : exchange.answerBody();
      if (body != null) {
        for (ByteBuffer each : bytes.nioBuffers()) {
          body.read(each);
        }
      }
    }

    /** Whether the complete answer was an interim one, which another one follows. */
    boolean wasInterim() {
      boolean was = interim;
      interim = false;
      return was;
    }

    /** Why its stream is about to end. */
    void failed(Throwable cause) {
      failure = cause;
    }

    void complete() {
      end(status, null);
    }

    /** What arrived is not HTTP. */
    void malformed(Throwable cause) {
      ProtocolException error = new ProtocolException(cause.toString());
      error.initCause(cause);
      end(status, error);
    }

    /**
     * The connection, or its stream, is gone.
     *
     * @param byApplication whether the application closed it: it may have read enough
     */
    void lost(Throwable cause, boolean byApplication) {
      boolean enough = status > 0 && failure == null && (byApplication || endsWithConnection);
      end(status, enough ? null : failure == null ? cause : failure);
    }

    void end(int code, Throwable error) {
      if (exchange != null) {
        AnswerBody body = exchange.answerBody();
        if (body != null) {
          body.end();
        }
        exchange.end(code, error);
      }
    }
  }
}
