package io.cioagent.testapp.standin;

import io.cioagent.testapp.standin.Webhook.Nature;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.SocketTimeoutException;
import java.net.URL;
import java.time.Instant;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sends webhooks to the shop as Customer.io does: signed, given up after four seconds, again after
 * a 5xx or no answer. Some of them it sends twice. The real one waits much longer before it tries
 * again.
 */
final class WebhookSender implements Closeable {

  private static final int PATIENCE_MILLIS = 4000;
  private static final int RETRY_MILLIS = 250;
  private static final int MOST_ATTEMPTS = 8;
  private static final int DOUBLED_EVERY = 9;
  private static final int DOUBLE_MILLIS = 120;

  /** One of them may wait for a slow answer. */
  private static final int WORKERS = 4;

  private final URL receiver;
  private final String signingKey;
  private final WebhookTally tally;
  private final ScheduledThreadPoolExecutor workers;
  private final AtomicInteger genuine = new AtomicInteger();
  private int unfinished;

  WebhookSender(URL receiver, String signingKey, WebhookTally tally) {
    this.receiver = receiver;
    this.signingKey = signingKey;
    this.tally = tally;
    this.workers =
        new ScheduledThreadPoolExecutor(
            WORKERS,
            task -> {
              Thread thread = new Thread(task, "stand-in-webhooks");
              thread.setDaemon(true);
              return thread;
            });
  }

  void send(Webhook webhook, long delayMillis) {
    attempt(webhook, 1, delayMillis);
    if (webhook.nature == Nature.GENUINE && genuine.incrementAndGet() % DOUBLED_EVERY == 0) {
      attempt(webhook, 1, delayMillis + DOUBLE_MILLIS);
    }
  }

  /**
   * Waits until everything is sent, again where that was needed.
   *
   * @return whether it is
   */
  synchronized boolean awaitAll(long millis) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (unfinished > 0) {
      long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      if (left <= 0) {
        return false;
      }
      wait(left);
    }
    return true;
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }

  // What the task might throw is in the tally.
  @SuppressWarnings("FutureReturnValueIgnored")
  private void attempt(Webhook webhook, int number, long delayMillis) {
    change(1);
    workers.schedule(
        () -> {
          try {
            if (!settled(webhook) && number < MOST_ATTEMPTS) {
              attempt(webhook, number + 1, RETRY_MILLIS);
            }
          } finally {
            change(-1);
          }
        },
        delayMillis,
        TimeUnit.MILLISECONDS);
  }

  private synchronized void change(int by) {
    unfinished += by;
    notifyAll();
  }

  /** Sends it; whether Customer.io would leave it at that. A forger never tries again. */
  private boolean settled(Webhook webhook) {
    try {
      int status = post(webhook);
      tally.record(webhook, String.valueOf(status));
      return status < 500;
    } catch (SocketTimeoutException e) {
      tally.record(webhook, "late");
      return false;
    } catch (IOException | RuntimeException e) {
      tally.recordLost();
      return true;
    }
  }

  private int post(Webhook webhook) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) receiver.openConnection(Proxy.NO_PROXY);
    connection.setConnectTimeout(PATIENCE_MILLIS);
    connection.setReadTimeout(PATIENCE_MILLIS);
    connection.setRequestMethod("POST");
    connection.setDoOutput(true);
    connection.setFixedLengthStreamingMode(webhook.body.length);
    connection.setRequestProperty("Content-Type", "application/json");
    // Else the JDK sends a request again by itself where a kept connection turns out to be dead.
    connection.setRequestProperty("Connection", "close");
    String now = String.valueOf(Instant.now().getEpochSecond());
    connection.setRequestProperty("X-CIO-Timestamp", now);
    if (webhook.nature != Nature.UNSIGNED) {
      String key = webhook.nature == Nature.FORGED ? "a forger's guess" : signingKey;
      connection.setRequestProperty("X-CIO-Signature", Signature.of(key, now, webhook.body));
    }
    try (OutputStream out = connection.getOutputStream()) {
      out.write(webhook.body);
    }
    int status = connection.getResponseCode();
    connection.disconnect();
    return status;
  }
}
