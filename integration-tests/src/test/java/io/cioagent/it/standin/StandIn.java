package io.cioagent.it.standin;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.cioagent.it.harness.Await;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ServerSocketFactory;

/**
 * An HTTP/1.1 server on plain sockets: a real server would neither keep a request's very bytes nor
 * let a test send half an answer. Replies are scripted for the requests to come; every other
 * request is answered with 200.
 */
public final class StandIn implements AutoCloseable {

  /** A client that speaks TLS to a plain port is hung up on. */
  private static final int TLS_GREETING = 0x16;

  private final ServerSocket server;
  private final String scheme;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "stand-in");
            thread.setDaemon(true);
            return thread;
          });
  private final Deque<Reply> script = new ArrayDeque<>();
  private final List<ReceivedRequest> received = new ArrayList<>();
  private final List<Socket> connections = new ArrayList<>();
  private final List<Exception> faults = new ArrayList<>();

  private StandIn(ServerSocket server, String scheme) {
    this.server = server;
    this.scheme = scheme;
    threads.execute(this::accept);
  }

  public static StandIn http() {
    return new StandIn(listen(ServerSocketFactory.getDefault()), "http");
  }

  public static StandIn https(Certificate certificate) {
    return new StandIn(listen(certificate.serverSide().getServerSocketFactory()), "https");
  }

  private static ServerSocket listen(ServerSocketFactory factory) {
    try {
      return factory.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return server.getLocalPort();
  }

  /** The address of a host's root here, without a slash at its end. */
  public String at(String host) {
    return scheme + "://" + host + ":" + port();
  }

  /** Answers the next requests so, in this order. */
  public synchronized void script(Reply... replies) {
    script.addAll(List.of(replies));
  }

  /** Forgets what came and what was still to be said. */
  public synchronized void reset() {
    script.clear();
    received.clear();
    connections.clear();
    if (!faults.isEmpty()) {
      throw new AssertionError("the stand-in itself failed", faults.get(0));
    }
  }

  public synchronized List<ReceivedRequest> received() {
    return List.copyOf(received);
  }

  /** How many connections brought at least one request. */
  public synchronized int connections() {
    return (int) connections.stream().distinct().count();
  }

  /** Until so many requests have come. */
  public List<ReceivedRequest> awaitReceived(int count) {
    return Await.found(count + " requests", () -> received().size() >= count ? received() : null);
  }

  @Override
  public void close() {
    threads.shutdownNow();
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket connection = server.accept();
        threads.execute(() -> serve(connection));
      } catch (IOException e) {
        // Closed: the loop's condition ends it.
      }
    }
  }

  private void serve(Socket connection) {
    try (Socket open = connection) {
      InputStream in = new BufferedInputStream(open.getInputStream());
      boolean again = true;
      while (again) {
        String head = readHead(in);
        if (head.isEmpty()) {
          return;
        }
        ReceivedRequest headOnly = new ReceivedRequest(head, "");
        if (headOnly.method().equals("CONNECT")) {
          // As a proxy: the tunnel leads back to ourselves.
          open.getOutputStream().write("HTTP/1.1 200 Connected\r\n\r\n".getBytes(ISO_8859_1));
          continue;
        }
        if (headOnly.is("Expect", "100-continue")) {
          open.getOutputStream().write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(ISO_8859_1));
        }
        ReceivedRequest request = new ReceivedRequest(head, readBody(in, headOnly));
        again = take(request, open).to(request, open) && !request.is("Connection", "close");
      }
    } catch (IOException | InterruptedException e) {
      // The client left, which is part of many cases; what it sent is on record.
    } catch (RuntimeException e) {
      synchronized (this) {
        faults.add(e);
      }
    }
  }

  private synchronized Reply take(ReceivedRequest request, Socket connection) {
    received.add(request);
    connections.add(connection);
    Reply next = script.poll();
    return next == null ? Reply.ok() : next;
  }

  private static String readHead(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    for (String line = readLine(in); !line.isEmpty(); line = readLine(in)) {
      head.append(line);
      if (line.equals("\r\n")) {
        return head.toString();
      }
    }
    return "";
  }

  private static String readBody(InputStream in, ReceivedRequest head) throws IOException {
    if (head.is("Transfer-Encoding", "chunked")) {
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      for (String size = readLine(in); !size.isEmpty(); size = readLine(in)) {
        body.write(size.getBytes(ISO_8859_1));
        int length = Integer.parseInt(size.trim(), 16);
        body.write(in.readNBytes(length + 2));
        if (length == 0) {
          break;
        }
      }
      return body.toString(ISO_8859_1);
    }
    String length = head.header("Content-Length");
    return length == null ? "" : new String(in.readNBytes(Integer.parseInt(length)), ISO_8859_1);
  }

  /** One line with its end; empty at the end of the stream. */
  private static String readLine(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int b = in.read(); b >= 0 && b != TLS_GREETING; b = in.read()) {
      line.append((char) b);
      if (b == '\n') {
        return line.toString();
      }
    }
    return "";
  }
}
