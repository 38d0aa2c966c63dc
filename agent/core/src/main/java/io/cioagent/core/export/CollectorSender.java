package io.cioagent.core.export;

import io.opentelemetry.exporter.internal.RetryUtil;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.HttpResponse;
import io.opentelemetry.sdk.common.export.HttpSender;
import io.opentelemetry.sdk.common.export.HttpSenderConfig;
import io.opentelemetry.sdk.common.export.MessageWriter;
import io.opentelemetry.sdk.common.export.RetryPolicy;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Sends the requests of an SDK exporter on the export thread, which is never a thread of the
 * application.
 *
 * <p>Uses plain sockets instead of the JDK's HTTP clients, because those are woven by this and
 * other agents, which would treat each export as a request of the application, and because they
 * share cookies, authenticators, TLS defaults and connections with the application. Also runs on
 * Java 8.
 */
final class CollectorSender implements HttpSender {
  private static final long MOST_OF_BODY = 64 * 1024;
  private static final int MILLIS_FOR_BODY = 1000;

  private final HttpSenderConfig config;
  private final Lifetime lifetime;
  private final Outages outages;
  private @Nullable SSLSocketFactory tls;

  CollectorSender(HttpSenderConfig config, Lifetime lifetime, Outages outages) {
    this.config = config;
    this.lifetime = lifetime;
    this.outages = outages;
  }

  @Override
  public void send(
      MessageWriter message, Consumer<HttpResponse> onResponse, Consumer<Throwable> onError) {
    Response response;
    try {
      lifetime.awaitOpen();
      response = exchange(body(message));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      onError.accept(e);
      return;
    } catch (IOException | GeneralSecurityException | RuntimeException e) {
      outages.failed(config.getEndpoint(), e);
      onError.accept(e);
      return;
    }
    outages.answered(config.getEndpoint(), response.getStatusCode());
    onResponse.accept(response);
  }

  private byte[] body(MessageWriter message) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    if (config.getCompressor() == null) {
      message.writeMessage(body);
    } else {
      try (OutputStream compressed = config.getCompressor().compress(body)) {
        message.writeMessage(compressed);
      }
    }
    return body.toByteArray();
  }

  /** Sends the request, with retries according to the policy until the deadline. */
  private Response exchange(byte[] body)
      throws IOException, GeneralSecurityException, InterruptedException {
    RetryPolicy policy = config.getRetryPolicy();
    Deadline deadline = Deadline.in(config.getTimeout().toNanos());
    double backoff = policy == null ? 0 : policy.getInitialBackoff().toNanos();
    Response response = null;
    IOException failure = null;
    for (int attempt = 1; ; attempt++) {
      try {
        response = once(body, deadline);
        failure = null;
        // Internal, as no public class of the SDK knows the statuses to retry, or Retry-After.
        if (!RetryUtil.retryableHttpResponseCodes().contains(response.getStatusCode())) {
          return response;
        }
      } catch (IOException e) {
        // The failure of the previous attempt is more useful than a timeout at the deadline. The
        // time left does not tell them apart: sockets count in milliseconds and give up earlier.
        if (attempt == 1 || !(e instanceof SocketTimeoutException)) {
          response = null;
          failure = e;
        }
      }
      long pause = (long) backoff;
      if (response != null) {
        pause = Math.max(pause, RetryUtil.retryAfterNanos(response.retryAfter).orElse(0));
      }
      boolean again =
          policy != null
              && attempt < policy.getMaxAttempts()
              && deadline.nanosLeft() > pause
              && lifetime.pause(pause);
      if (!again) {
        if (response != null) {
          return response;
        }
        throw failure;
      }
      backoff =
          Math.min(
              backoff * policy.getBackoffMultiplier(), (double) policy.getMaxBackoff().toNanos());
    }
  }

  private Response once(byte[] body, Deadline deadline)
      throws IOException, GeneralSecurityException {
    List<ScheduledFuture<?>> timers = new ArrayList<>();
    Connection connection = new Connection(config.getEndpoint(), tls());
    List<Socket> opened = new ArrayList<>();
    try {
      Socket socket =
          connection.open(
              deadline,
              each -> {
                opened.add(each);
                timers.add(deadline.closes(each));
                return each;
              });
      socket.setSoTimeout(deadline.millisLeft());
      OutputStream out = socket.getOutputStream();
      out.write(head(connection, body.length));
      out.write(body);
      out.flush();
      InputStream in = new BufferedInputStream(socket.getInputStream());
      ResponseHead head = ResponseHead.read(in);
      drain(in, head.length(), socket);
      return new Response(head);
    } catch (IOException e) {
      if (deadline.nanosLeft() > 0) {
        throw e;
      }
      // The deadline has closed the socket.
      SocketTimeoutException late = new SocketTimeoutException("timed out");
      late.initCause(e);
      throw late;
    } finally {
      for (ScheduledFuture<?> timer : timers) {
        timer.cancel(false);
      }
      for (int i = opened.size() - 1; i >= 0; i--) {
        opened.get(i).close();
      }
    }
  }

  private byte[] head(Connection connection, int length) {
    StringBuilder head = new StringBuilder();
    head.append("POST ").append(connection.target()).append(" HTTP/1.1\r\n");
    header(head, "Host", connection.authority());
    header(head, "Connection", "close");
    header(head, "Content-Type", config.getContentType());
    header(head, "Content-Length", String.valueOf(length));
    if (config.getCompressor() != null) {
      header(head, "Content-Encoding", config.getCompressor().getEncoding());
    }
    for (Map.Entry<String, List<String>> each : config.getHeadersSupplier().get().entrySet()) {
      for (String value : each.getValue()) {
        header(head, each.getKey(), value);
      }
    }
    return head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void header(StringBuilder head, String name, String value) {
    head.append(name).append(": ").append(value).append("\r\n");
  }

  /** Closing the connection before the response is read looks like an error to the collector. */
  private static void drain(InputStream in, long length, Socket socket) {
    long left = length < 0 ? MOST_OF_BODY : Math.min(length, MOST_OF_BODY);
    byte[] buffer = new byte[4096];
    try {
      socket.setSoTimeout(MILLIS_FOR_BODY);
      while (left > 0) {
        int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
        left = read < 0 ? 0 : left - read;
      }
    } catch (IOException e) {
      // Only the status matters.
    }
  }

  /** Synchronized at no cost: each exporter has its own sender and thread. Null for plain HTTP. */
  private synchronized @Nullable SSLSocketFactory tls() throws GeneralSecurityException {
    if (tls == null && "https".equalsIgnoreCase(config.getEndpoint().getScheme())) {
      SSLContext context = config.getSslContext();
      if (context == null) {
        // Not the default context: the first access would fix it for the application too.
        context = SSLContext.getInstance("TLS");
        context.init(null, null, null);
      }
      tls = context.getSocketFactory();
    }
    return tls;
  }

  @Override
  public CompletableResultCode shutdown() {
    return CompletableResultCode.ofSuccess();
  }

  private static final class Response implements HttpResponse {
    private final int status;
    private final @Nullable String retryAfter;

    Response(ResponseHead head) {
      status = head.status();
      retryAfter = head.retryAfter();
    }

    @Override
    public int getStatusCode() {
      return status;
    }

    @Override
    public String getStatusMessage() {
      return "";
    }

    @Override
    public byte[] getResponseBody() {
      return new byte[0];
    }
  }
}
