package io.cioagent.core.endpoint;

import io.cioagent.core.base.AgentThread;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Accepts connections and limits how many there are. A connection has a thread while it is open.
 *
 * <p>HttpCore's own server has no limit, and stops listening at the first failure to accept, such
 * as a lack of file descriptors.
 */
final class Listener implements Runnable {
  private static final int MAX_CONNECTIONS = 16;

  private static final String THREAD = "customerio-agent-endpoint";
  private static final long IDLE_THREAD_SECONDS = 5;
  private static final long PAUSE_AFTER_FAILURE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
  private static final long PAUSE_WHEN_FULL_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

  private final ServerSocket server;
  private final Endpoint endpoint;
  private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
  private final AtomicInteger threads = new AtomicInteger();

  /** These two are created with the first connection; used by one thread. */
  private @Nullable Pages pages;

  private @Nullable ThreadPoolExecutor executor;

  Listener(ServerSocket server, Endpoint endpoint) {
    this.server = server;
    this.endpoint = endpoint;
  }

  /** Accepts connections on a daemon thread until {@link #close}. */
  void start() {
    AgentThread.named(THREAD, this).start();
  }

  /**
   * Closes every socket. A thread in native code, such as one that waits for a connection, would
   * delay the exit of the JVM by 0.3 s.
   */
  void close() {
    try {
      server.close();
    } catch (IOException e) {
      // It accepts nothing more in any case.
    }
    for (Connection each : connections) {
      each.close();
    }
  }

  @Override
  public void run() {
    while (!server.isClosed()) {
      Socket socket = null;
      try {
        socket = server.accept();
        makeRoom();
        serve(socket);
      } catch (Throwable failure) {
        // No file descriptor, thread or memory is left; later there may be.
        close(socket);
        if (socket == null && !server.isClosed()) {
          LockSupport.parkNanos(PAUSE_AFTER_FAILURE_NANOS);
        }
      }
    }
  }

  private void serve(Socket socket) throws IOException {
    if (pages == null) {
      pages = endpoint.pages();
    }
    if (executor == null) {
      executor = executor();
    }
    Connection connection = new Connection(socket, pages, connections::remove);
    connections.add(connection);
    try {
      executor.execute(connection);
    } catch (Throwable failure) {
      connections.remove(connection);
      throw failure;
    }
    if (server.isClosed()) {
      connection.close();
    }
  }

  private ThreadPoolExecutor executor() {
    return new ThreadPoolExecutor(
        0,
        // Threads of connections that were closed just now may still be ending.
        2 * MAX_CONNECTIONS,
        IDLE_THREAD_SECONDS,
        TimeUnit.SECONDS,
        new SynchronousQueue<>(),
        task -> AgentThread.named(THREAD + '-' + threads.incrementAndGet(), task));
  }

  /** Closes overdue connections and, if there are still too many, one that can best be spared. */
  private void makeRoom() {
    long now = System.nanoTime();
    connections.removeIf(each -> each.closeIfOverdue(now));
    while (connections.size() >= MAX_CONNECTIONS && !server.isClosed()) {
      Connection spared = leastUseful(System.nanoTime());
      if (spared == null) {
        LockSupport.parkNanos(PAUSE_WHEN_FULL_NANOS);
      } else {
        spared.close();
        connections.remove(spared);
      }
    }
  }

  private @Nullable Connection leastUseful(long now) {
    Connection least = null;
    for (Connection each : connections) {
      if (each.canBeSpared(now) && (least == null || each.isLessUsefulThan(least))) {
        least = each;
      }
    }
    return least;
  }

  private static void close(@Nullable Socket socket) {
    if (socket != null) {
      try {
        socket.close();
      } catch (IOException e) {
        // It was about to be closed.
      }
    }
  }
}
