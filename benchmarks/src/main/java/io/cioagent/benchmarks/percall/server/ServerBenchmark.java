package io.cioagent.benchmarks.percall.server;

import io.cioagent.benchmarks.percall.CountedRequests;
import io.cioagent.benchmarks.percall.KeepAliveConnection;
import io.cioagent.benchmarks.webhooks.WebhookRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A server in this process that answers one request after the other on a local connection. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 10, time = 1)
@Measurement(iterations = 5, time = 1)
public abstract class ServerBenchmark {

  private static final String WEBHOOK = "webhook";
  private static final String WEBHOOKS = "customerio_webhook_received_total";
  private static final String EVENT = "01BENCH";
  private static final int DIGITS = 19;
  private static final byte[] OTHER_REQUEST =
      "GET /health HTTP/1.1\r\nHost: shop.example.com\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  @Param({WEBHOOK, "no webhook"})
  String request;

  private final byte[] webhook = WebhookRequest.bytes(0);
  private final int lastDigit =
      new String(webhook, StandardCharsets.US_ASCII).indexOf(EVENT) + EVENT.length() + DIGITS - 1;
  private KeepAliveConnection connection;
  private long sent;

  /** Starts the server; its port. */
  abstract int open() throws Exception;

  abstract void close() throws Exception;

  @Setup
  public final void start() throws Exception {
    connection = new KeepAliveConnection(open());
    CountedRequests.awaitFirst(WEBHOOKS, this::sendWebhook);
    sent = 0;
  }

  /** What each benchmark measures. */
  final int send() throws IOException {
    return request.equals(WEBHOOK) ? sendWebhook() : connection.exchange(OTHER_REQUEST);
  }

  private int sendWebhook() throws IOException {
    // Each event has its own id, as repeated ones are recognised.
    int i = lastDigit;
    while (webhook[i] == '9') {
      webhook[i--] = '0';
    }
    webhook[i]++;
    sent++;
    connection.exchange(webhook);
    return 200;
  }

  @TearDown
  public final void stop() throws Exception {
    CountedRequests.require(WEBHOOKS, sent, "event_type=\"email_delivered\"");
    connection.close();
    close();
  }
}
