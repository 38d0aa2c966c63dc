package io.cioagent.instrumentation.netty41;

import io.cioagent.instrumentation.LibraryObjects;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import java.io.EOFException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;

/** The requests to Customer.io under way on one connection. Safe for any thread. */
final class Flights {
  /** The stream of the request that asked for HTTP/2. */
  static final int UPGRADED_STREAM = 1;

  private static final LibraryObjects<Flights> BY_CHANNEL = new LibraryObjects<>();

  private final Deque<Flight> inOrder = new ArrayDeque<>();
  private final Map<Integer, Flight> byStream = new HashMap<>();
  private Throwable failure;
  private boolean closedByApplication;
  private boolean watched;
  private boolean streamsWatched;

  private Flights() {}

  /** Null where none ever was under way on the channel. */
  static Flights find(Channel channel) {
    return BY_CHANNEL.get(channel);
  }

  static Flights of(Channel channel) {
    Flights flights = BY_CHANNEL.get(channel);
    if (flights == null) {
      flights = new Flights();
      BY_CHANNEL.put(channel, flights);
    }
    return flights;
  }

  /** Makes sure that whatever is under way ends with the channel; after it was added. */
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

  /** Whether nobody watches the streams of this connection yet; from now on somebody does. */
  synchronized boolean watchStreams() {
    boolean first = !streamsWatched;
    streamsWatched = true;
    return first;
  }

  synchronized boolean isIdle() {
    return inOrder.isEmpty() && byStream.isEmpty();
  }

  synchronized void add(Flight flight) {
    forgetThePast();
    inOrder.add(flight);
  }

  /** The one whose answer comes next, null for none. */
  synchronized Flight next() {
    return inOrder.peek();
  }

  synchronized void removeNext() {
    inOrder.poll();
  }

  synchronized void add(int stream, Flight flight) {
    forgetThePast();
    byStream.put(stream, flight);
  }

  /** What failed while nothing was under way ended nothing. */
  private void forgetThePast() {
    if (isIdle()) {
      failure = null;
      closedByApplication = false;
    }
  }

  /** Null for a stream of another host's request. */
  synchronized Flight onStream(int stream) {
    return byStream.get(stream);
  }

  synchronized Flight removeFromStream(int stream) {
    return byStream.remove(stream);
  }

  /** What the connection is about to end of. */
  synchronized void failed(Throwable cause) {
    failure = cause;
  }

  synchronized void closedByApplication() {
    closedByApplication = true;
  }

  /** The connection is gone, and all that is under way with it. */
  synchronized void lost(Throwable handshakeFailure) {
    Throwable cause = failure == null ? handshakeFailure : failure;
    boolean byApplication = cause == null && closedByApplication;
    if (cause == null) {
      cause =
          byApplication
              ? new CancellationException("connection closed by the application")
              : new EOFException("connection closed before the response was complete");
    }
    for (Flight flight : inOrder) {
      flight.lost(cause, byApplication);
    }
    for (Flight flight : byStream.values()) {
      flight.lost(cause, byApplication);
    }
    inOrder.clear();
    byStream.clear();
  }
}
