package io.cioagent.benchmarks.webhooks;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Sends webhooks over a few connections, as fast as they are answered or at a steady rate. */
final class WebhookLoad {
  private static final int CONNECTIONS = 8;

  private final int port;
  private final int from;
  private final int count;
  private final long pauseNanos;
  private final AtomicInteger next = new AtomicInteger();
  private final long[] nanos;
  private volatile IOException failure;
  private long wallNanos;
  private long firstNanos;

  /**
   * @param from the number of the first event; each has its own id
   * @param rate how many a second, 0 for as many as are answered
   */
  WebhookLoad(int port, int from, int count, int rate) {
    this.port = port;
    this.from = from;
    this.count = count;
    this.pauseNanos = rate == 0 ? 0 : TimeUnit.SECONDS.toNanos(1) / rate;
    this.nanos = new long[count];
  }

  /** Sends them all; fails unless each is answered with 200. */
  void run() throws IOException, InterruptedException {
    Thread[] threads = new Thread[CONNECTIONS];
    long start = System.nanoTime();
    firstNanos = start;
    for (int i = 0; i < threads.length; i++) {
      threads[i] = new Thread(this::sendOnOneConnection);
      threads[i].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    wallNanos = System.nanoTime() - start;
    if (failure != null) {
      throw failure;
    }
    Arrays.sort(nanos);
  }

  double perSecond() {
    return count * 1e9 / wallNanos;
  }

  /** In microseconds. */
  double quantile(double quantile) {
    return nanos[(int) Math.min(count - 1, quantile * count)] / 1e3;
  }

  private void sendOnOneConnection() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(socket.getInputStream());
      for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
        byte[] request = WebhookRequest.bytes(from + i);
        long early = firstNanos + i * pauseNanos - System.nanoTime();
        if (pauseNanos > 0 && early > 0) {
          LockSupport.parkNanos(early);
        }
        long start = System.nanoTime();
        socket.getOutputStream().write(request);
        readAnswer(in);
        nanos[i] = System.nanoTime() - start;
      }
    } catch (IOException e) {
      failure = e;
    }
  }

  /** The answer has no body: it ends with the first empty line. */
  private static void readAnswer(InputStream in) throws IOException {
    byte[] status = new byte[12];
    int length = 0;
    int lineLength = 0;
    for (int b = in.read(); b >= 0; b = in.read()) {
      if (length < status.length) {
        status[length++] = (byte) b;
      }
      if (b == '\n') {
        if (lineLength == 0) {
          String text = new String(status, US_ASCII);
          if (!text.endsWith(" 200")) {
            throw new IOException("answered with " + text);
          }
          return;
        }
        lineLength = 0;
      } else if (b != '\r') {
        lineLength++;
      }
    }
    throw new IOException("the receiver closed the connection");
  }
}
