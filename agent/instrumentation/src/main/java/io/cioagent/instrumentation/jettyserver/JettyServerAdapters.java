package io.cioagent.instrumentation.jettyserver;

import io.cioagent.core.tracing.HeaderReader;
import io.cioagent.core.webhook.WebhookRequest;
import io.cioagent.core.webhook.Webhooks;
import io.cioagent.instrumentation.AroundAdapter;
import io.cioagent.instrumentation.EventAdapter;
import java.nio.ByteBuffer;
import org.eclipse.jetty.server.HttpChannel;
import org.eclipse.jetty.server.HttpConnection;
import org.eclipse.jetty.server.HttpInput;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.jspecify.annotations.Nullable;

/** The requests of Jetty 9 to 11 as facts about the webhooks that the application receives. */
final class JettyServerAdapters {
  private static final HeaderReader HEADERS =
      (request, name) -> ((Request) request).getHeader(name);

  private JettyServerAdapters() {}

  /**
   * A request enters the handlers. Later dispatches, for an asynchronous answer or an error page,
   * take other ways.
   */
  public static final class Handle extends EventAdapter.Two<Server, HttpChannel<?>> {
    @Override
    protected void on(Server server, HttpChannel<?> channel) {
      Request request = channel.getRequest();
      observer().traces().requests().begin(request, HEADERS);
      Webhooks webhooks = observer().webhooks();
      if (webhooks.mayBeSentBy(request.getMethod())) {
        WebhookRequest webhook =
            webhooks.begin(
                request.getRequestURI(),
                request.getHeader(Webhooks.SIGNATURE_HEADER),
                request.getHeader(Webhooks.TIMESTAMP_HEADER),
                // Not getContentType, which settles the character encoding on its way.
                request.getHeader("Content-Type"),
                request.getContentLengthLong());
        if (webhook != null) {
          WebhookRequests.OPEN.put(request.getHttpInput(), webhook);
        }
      }
    }
  }

  /** An asynchronous request is dispatched to the handlers once more. */
  public static final class HandleAsync extends EventAdapter.Two<Server, HttpChannel<?>> {
    @Override
    protected void on(Server server, HttpChannel<?> channel) {
      observer().traces().requests().begin(channel.getRequest(), HEADERS);
    }
  }

  /** The thread leaves a request, which may go on elsewhere. */
  public static final class Left extends EventAdapter.One<Server> {
    @Override
    protected void on(Server server) {
      observer().traces().requests().end();
    }
  }

  /** The handlers have thrown an exception, perhaps with the answer already on its way. */
  public static final class Failed extends EventAdapter.Two<HttpChannel<?>, Throwable> {
    @Override
    protected void on(HttpChannel<?> channel, Throwable thrown) {
      WebhookRequest webhook = WebhookRequests.OPEN.get(channel.getRequest().getHttpInput());
      if (webhook != null) {
        webhook.failed(thrown);
      }
    }
  }

  /** A request is over, in whichever way; Jetty uses its objects for the next one. */
  public static final class End extends EventAdapter.One<Object> {
    @Override
    protected void on(Object ended) {
      Request request = request(ended);
      WebhookRequest webhook = WebhookRequests.OPEN.remove(request.getHttpInput());
      if (webhook != null) {
        webhook.answered(request.getResponse().getStatus());
        webhook.end();
      }
    }

    private static Request request(Object ended) {
      if (ended instanceof Request) {
        return (Request) ended;
      }
      return ended instanceof HttpChannel
          ? ((HttpChannel<?>) ended).getRequest()
          : ((HttpConnection) ended).getHttpChannel().getRequest();
    }
  }

  /** The application reads a body, or Jetty does, for parameters or parts. */
  public static final class Read
      extends AroundAdapter.One<HttpInput<?>, WebhookRequest, ByteBuffer> {
    @Override
    protected @Nullable WebhookRequest begin(HttpInput<?> input) {
      return WebhookRequests.OPEN.get(input);
    }

    @Override
    protected void end(
        WebhookRequest webhook, @Nullable ByteBuffer bytes, @Nullable Throwable thrown) {
      if (bytes == null) {
        webhook.readToEnd();
      } else {
        webhook.read(bytes);
      }
    }
  }

  /** As {@link Read}, into a buffer, as late versions of 10 and 11 can. */
  public static final class BufferRead
      extends AroundAdapter.Two<HttpInput<?>, ByteBuffer, BufferRead.Reading, Integer> {

    /** One read of a webhook's body. */
    static final class Reading {
      final WebhookRequest webhook;
      final ByteBuffer buffer;

      Reading(WebhookRequest webhook, ByteBuffer buffer) {
        this.webhook = webhook;
        this.buffer = buffer;
      }
    }

    @Override
    protected @Nullable Reading begin(HttpInput<?> input, ByteBuffer buffer) {
      WebhookRequest webhook = WebhookRequests.OPEN.get(input);
      return webhook == null ? null : new Reading(webhook, buffer);
    }

    @Override
    protected void end(Reading reading, @Nullable Integer count, @Nullable Throwable thrown) {
      if (count == null) {
        return;
      }
      if (count < 0) {
        reading.webhook.readToEnd();
        return;
      }
      ByteBuffer read = reading.buffer.duplicate();
      read.flip();
      read.position(read.limit() - count);
      reading.webhook.read(read);
    }
  }
}
