package io.cioagent.instrumentation.undertow;

import io.cioagent.core.tracing.HeaderReader;
import io.cioagent.core.webhook.WebhookRequest;
import io.cioagent.core.webhook.Webhooks;
import io.cioagent.instrumentation.AroundAdapter;
import io.cioagent.instrumentation.EventAdapter;
import io.undertow.connector.PooledByteBuffer;
import io.undertow.server.DefaultResponseListener;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.nio.ByteBuffer;

/** Undertow's exchanges as facts about the webhooks that the application receives. */
final class UndertowAdapters {
  private UndertowAdapters() {}

  /** The application's handlers get an exchange, at each dispatch again. */
  public static final class Handle extends EventAdapter.One<HttpServerExchange> {
    private static final HttpString SIGNATURE = new HttpString(Webhooks.SIGNATURE_HEADER);
    private static final HttpString TIMESTAMP = new HttpString(Webhooks.TIMESTAMP_HEADER);

    private static final HeaderReader HEADERS =
        (exchange, name) -> ((HttpServerExchange) exchange).getRequestHeaders().getFirst(name);

    @Override
    protected void on(HttpServerExchange exchange) {
      observer().traces().requests().begin(exchange, HEADERS);
      Webhooks webhooks = observer().webhooks();
      if (!webhooks.mayBeSentBy(exchange.getRequestMethod().toString())
          || WebhookExchange.OPEN.get(exchange) != null
          || exchange.isComplete()) {
        return;
      }
      HeaderMap headers = exchange.getRequestHeaders();
      WebhookRequest request =
          webhooks.begin(
              path(exchange),
              headers.getFirst(SIGNATURE),
              headers.getFirst(TIMESTAMP),
              headers.getFirst(Headers.CONTENT_TYPE),
              exchange.getRequestContentLength());
      if (request != null) {
        WebhookExchange.OPEN.put(exchange, new WebhookExchange(request));
      }
    }

    private static String path(HttpServerExchange exchange) {
      String uri = exchange.getRequestURI();
      if (!exchange.isHostIncludedInRequestURI()) {
        return uri;
      }
      int path = uri.indexOf('/', uri.indexOf("//") + 2);
      return path < 0 ? "/" : uri.substring(path);
    }
  }

  /** The thread leaves an exchange, which may go on elsewhere. */
  public static final class Left extends EventAdapter.One<HttpServerExchange> {
    @Override
    protected void on(HttpServerExchange exchange) {
      observer().traces().requests().end();
    }
  }

  /** A handler that read ahead gives back what it has read, for others to read. */
  public static final class Unget extends EventAdapter.Two<HttpServerExchange, PooledByteBuffer[]> {
    @Override
    protected void on(HttpServerExchange exchange, PooledByteBuffer[] buffers) {
      WebhookExchange webhook = WebhookExchange.OPEN.get(exchange);
      if (webhook != null) {
        for (PooledByteBuffer each : buffers) {
          if (each != null) {
            webhook.giveBack(each.getBuffer().remaining());
          }
        }
      }
    }
  }

  /** The application gets the channel to read the body; null if it has it already. */
  public static final class Channel extends EventAdapter.Two<HttpServerExchange, Object> {
    @Override
    protected void on(HttpServerExchange exchange, Object channel) {
      WebhookExchange webhook = WebhookExchange.OPEN.get(exchange);
      if (webhook != null && channel != null) {
        WebhookExchange.OPEN.put(channel, webhook);
      }
    }
  }

  /** One read of a webhook's body. */
  static final class Reading {
    private final WebhookExchange webhook;
    private final ByteBuffer[] buffers;

    /** The same memory with the positions of before. */
    private final ByteBuffer[] before;

    Reading(WebhookExchange webhook, ByteBuffer... buffers) {
      this.webhook = webhook;
      this.buffers = buffers;
      this.before = new ByteBuffer[buffers.length];
      for (int i = 0; i < buffers.length; i++) {
        // Those that are not to be read into may be null.
        before[i] = buffers[i] == null ? null : buffers[i].duplicate();
      }
    }

    void end(long count) {
      if (count < 0) {
        webhook.request().readToEnd();
        return;
      }
      for (int i = 0; i < buffers.length; i++) {
        if (buffers[i] != null && buffers[i].position() > before[i].position()) {
          before[i].limit(buffers[i].position());
          webhook.read(before[i]);
        }
      }
    }
  }

  /** The body is read into one buffer, by the application or for it. */
  public static final class Read extends AroundAdapter.Two<Object, ByteBuffer, Reading, Integer> {
    @Override
    protected Reading begin(Object channel, ByteBuffer buffer) {
      WebhookExchange webhook = WebhookExchange.OPEN.get(channel);
      return webhook == null || webhook.isDrained() ? null : new Reading(webhook, buffer);
    }

    @Override
    protected void end(Reading reading, Integer count, Throwable thrown) {
      reading.end(count);
    }
  }

  /** As {@link Read}, into several buffers. */
  public static final class ScatteringRead
      extends AroundAdapter.Two<Object, ByteBuffer[], Reading, Long> {
    @Override
    protected Reading begin(Object channel, ByteBuffer[] buffers) {
      WebhookExchange webhook = WebhookExchange.OPEN.get(channel);
      return webhook == null || webhook.isDrained() ? null : new Reading(webhook, buffers);
    }

    @Override
    protected void end(Reading reading, Long count, Throwable thrown) {
      reading.end(count);
    }
  }

  /**
   * What is read of this exchange, or by this channel, from now on is what the application has left
   * over: it has closed the stream, or is done with the exchange.
   */
  public static final class Drain extends EventAdapter.One<Object> {
    @Override
    protected void on(Object exchangeOrChannel) {
      WebhookExchange webhook = WebhookExchange.OPEN.get(exchangeOrChannel);
      if (webhook != null) {
        webhook.drain();
      }
    }
  }

  /** The answer is complete and the request is read, or the connection is lost. */
  public static final class Complete extends EventAdapter.One<HttpServerExchange> {
    @Override
    protected void on(HttpServerExchange exchange) {
      WebhookExchange webhook = WebhookExchange.OPEN.remove(exchange);
      if (webhook == null) {
        return;
      }
      WebhookRequest request = webhook.request();
      webhook.drain();
      Throwable thrown = exchange.getAttachment(DefaultResponseListener.EXCEPTION);
      if (thrown != null) {
        request.failed(thrown);
      }
      request.answered(exchange.getStatusCode());
      request.end();
    }
  }
}
