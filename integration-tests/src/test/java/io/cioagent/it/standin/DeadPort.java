package io.cioagent.it.standin;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/** Ports at which no connection succeeds. */
public final class DeadPort implements AutoCloseable {

  private final List<Closeable> held = new ArrayList<>();
  private final int port;

  private DeadPort(int port) {
    this.port = port;
  }

  /** Refuses at once: bound, so that no other process gets it, but not listening. */
  public static DeadPort refusing() {
    try {
      Socket bound = new Socket();
      bound.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      DeadPort port = new DeadPort(bound.getLocalPort());
      port.held.add(bound);
      return port;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Taken by somebody who listens at it. */
  public static DeadPort taken() {
    try {
      ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
      DeadPort port = new DeadPort(listening.getLocalPort());
      port.held.add(listening);
      return port;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Accepts no connection: its queue is full, so that a further connection is never established.
   */
  public static DeadPort full() {
    DeadPort port = taken();
    while (port.letsIn()) {
      // One more of those that fill the queue.
    }
    return port;
  }

  private boolean letsIn() {
    Socket filler = new Socket();
    held.add(filler);
    try {
      filler.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
      return true;
    } catch (SocketTimeoutException full) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return port;
  }

  @Override
  public void close() {
    try {
      for (Closeable each : held) {
        each.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
