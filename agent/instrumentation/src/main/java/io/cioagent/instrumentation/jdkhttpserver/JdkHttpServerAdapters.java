package io.cioagent.instrumentation.jdkhttpserver;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import io.cioagent.core.observe.Observer;
import io.cioagent.core.tracing.HeaderReader;
import io.cioagent.core.webhook.WebhookRequest;
import io.cioagent.core.webhook.Webhooks;
import io.cioagent.instrumentation.AroundAdapter;
import io.cioagent.instrumentation.EventAdapter;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** The server's exchanges as facts about the webhooks that the application receives. */
final class JdkHttpServerAdapters {
  private static final HeaderReader HEADERS =
      (exchange, name) -> ((HttpExchange) exchange).getRequestHeaders().getFirst(name);

  private JdkHttpServerAdapters() {}

  /** An exchange is about to be handed to the application's filters and handler. */
  static final class Begin extends EventAdapter.Two<HttpExchange, Object> {
    Begin(Observer observer) {
      super(observer);
    }

    @Override
    protected void on(HttpExchange exchange, Object inner) {
      Webhooks webhooks = observer().webhooks();
      if (!webhooks.mayBeSentBy(exchange.getRequestMethod()) || isAgents(exchange)) {
        return;
      }
      WebhookRequest request = begin(exchange, webhooks);
      if (request != null) {
        WebhookExchange webhook = new WebhookExchange(request);
        WebhookExchange.OPEN.put(inner, webhook);
        WebhookExchange.OPEN.put(exchange, webhook);
      }
    }

    /** For others the thread does not serve this request yet. */
    private @Nullable WebhookRequest begin(HttpExchange exchange, Webhooks webhooks) {
      Headers headers = exchange.getRequestHeaders();
      observer().traces().requests().begin(exchange, HEADERS);
      try {
        return webhooks.begin(
            path(exchange.getRequestURI()),
            headers.getFirst(Webhooks.SIGNATURE_HEADER),
            headers.getFirst(Webhooks.TIMESTAMP_HEADER),
            headers.getFirst("Content-Type"),
            length(headers.getFirst("Content-Length")));
      } finally {
        observer().traces().requests().end();
      }
    }

    /** The handler of the agent's own endpoint is of the agent's class loader. */
    private static boolean isAgents(HttpExchange exchange) {
      return exchange.getHttpContext().getHandler().getClass().getClassLoader()
          == Begin.class.getClassLoader();
    }

    private static String path(URI uri) {
      String path = uri.getRawPath();
      return path == null || path.isEmpty() ? "/" : path;
    }

    private static long length(String header) {
      try {
        return header == null ? -1 : Long.parseLong(header);
      } catch (NumberFormatException e) {
        return -1;
      }
    }
  }

  /** A filter or the handler has an exchange until it returns or throws. */
  static final class Handle extends AroundAdapter.One<HttpExchange, WebhookExchange, Void> {
    Handle(Observer observer) {
      super(observer);
    }

    /** A filter may pass on an exchange of its own; the outermost one gets the server's. */
    @Override
    protected @Nullable WebhookExchange begin(HttpExchange exchange) {
      observer().traces().requests().begin(exchange, HEADERS);
      return WebhookExchange.OPEN.get(exchange);
    }

    @Override
    protected void end(WebhookExchange webhook, @Nullable Void result, @Nullable Throwable thrown) {
      webhook.left(thrown);
    }
  }

  /** The thread leaves a request, which may go on elsewhere. */
  static final class Left extends EventAdapter.One<HttpExchange> {
    Left(Observer observer) {
      super(observer);
    }

    @Override
    protected void on(HttpExchange exchange) {
      observer().traces().requests().end();
    }
  }

  /** The application reads one byte; what the server drains at the end goes another way. */
  static final class ReadOne extends AroundAdapter.One<Object, WebhookRequest, Integer> {
    ReadOne(Observer observer) {
      super(observer);
    }

    @Override
    protected @Nullable WebhookRequest begin(Object exchange) {
      WebhookExchange webhook = WebhookExchange.OPEN.get(exchange);
      return webhook == null ? null : webhook.request();
    }

    @Override
    protected void end(WebhookRequest request, @Nullable Integer read, @Nullable Throwable thrown) {
      if (read == null) {
        return;
      }
      if (read < 0) {
        request.readToEnd();
      } else {
        request.read((int) read);
      }
    }
  }

  /** As {@link ReadOne}, of several bytes. */
  static final class Read extends AroundAdapter.One<Object, WebhookRequest, ByteBuffer> {
    Read(Observer observer) {
      super(observer);
    }

    @Override
    protected @Nullable WebhookRequest begin(Object exchange) {
      WebhookExchange webhook = WebhookExchange.OPEN.get(exchange);
      return webhook == null ? null : webhook.request();
    }

    @Override
    protected void end(
        WebhookRequest request, @Nullable ByteBuffer read, @Nullable Throwable thrown) {
      if (read == null) {
        request.readToEnd();
      } else if (read.hasRemaining()) {
        request.read(read);
      }
    }
  }

  /** The answer begins; where it has no body it ends within the same method. */
  static final class Answer extends AroundAdapter.Two<Object, Boolean, WebhookExchange, Integer> {
    Answer(Observer observer) {
      super(observer);
    }

    @Override
    protected @Nullable WebhookExchange begin(Object exchange, Boolean alreadySent) {
      // Then the method refuses to send them again.
      return alreadySent ? null : WebhookExchange.OPEN.get(exchange);
    }

    @Override
    protected void end(
        WebhookExchange webhook, @Nullable Integer status, @Nullable Throwable thrown) {
      if (status != null) {
        webhook.answered(status);
      }
    }
  }

  /** The application has closed the exchange, answered or not. */
  static final class Close extends EventAdapter.One<Object> {
    Close(Observer observer) {
      super(observer);
    }

    @Override
    protected void on(Object exchange) {
      WebhookExchange webhook = WebhookExchange.OPEN.get(exchange);
      if (webhook != null && webhook.endsByClose()) {
        WebhookExchange.OPEN.remove(exchange);
        webhook.request().end();
      }
    }
  }

  /** The answer is written. Other events have no exchange. */
  static final class Written extends EventAdapter.One<Object> {
    Written(Observer observer) {
      super(observer);
    }

    @Override
    protected void on(Object exchange) {
      WebhookExchange webhook = WebhookExchange.OPEN.remove(exchange);
      if (webhook != null) {
        webhook.request().end();
      }
    }
  }

  /**
   * Filters and handler have returned or thrown; in the latter case the server has closed the
   * connection. A handler may also have passed the exchange to another thread, which answers later.
   * There is no exchange where a request could not be read.
   */
  static final class Handled extends EventAdapter.Two<Object, SocketChannel> {
    Handled(Observer observer) {
      super(observer);
    }

    @Override
    protected void on(Object exchange, SocketChannel channel) {
      WebhookExchange webhook = WebhookExchange.OPEN.get(exchange);
      if (webhook != null) {
        webhook.handled();
        if (!channel.isOpen()) {
          WebhookExchange.OPEN.remove(exchange);
          webhook.lost();
        }
      }
    }
  }
}
