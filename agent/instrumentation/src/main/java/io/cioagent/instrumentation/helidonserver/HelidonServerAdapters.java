package io.cioagent.instrumentation.helidonserver;

import io.cioagent.core.tracing.HeaderReader;
import io.cioagent.core.webhook.WebhookRequest;
import io.cioagent.core.webhook.Webhooks;
import io.cioagent.instrumentation.AroundAdapter;
import io.cioagent.instrumentation.EventAdapter;
import io.cioagent.instrumentation.LibraryObjects;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The requests of Helidon as facts about the webhooks that the application receives. An unknown
 * version is reported as an adapter is made, and not at each request.
 */
final class HelidonServerAdapters {
  /** Those not answered yet, by the first line of the request, which no other request shares. */
  private static final LibraryObjects<WebhookRequest> OPEN = new LibraryObjects<>();

  private HelidonServerAdapters() {}

  /** A request and its answer, from the first filter until all is written. */
  public static final class Route
      extends AroundAdapter.Three<Object, Object, Object, Route.Answering, Object> {
    private static final HeaderReader HEADERS = Helidon::header;

    public Route() {
      Helidon.link();
    }

    /** A webhook to be answered. */
    static final class Answering {
      final Object prologue;
      final Object response;
      final WebhookRequest webhook;

      Answering(Object prologue, Object response, WebhookRequest webhook) {
        this.prologue = prologue;
        this.response = response;
        this.webhook = webhook;
      }
    }

    @Override
    protected @Nullable Answering begin(Object routing, Object request, Object response) {
      observer().traces().requests().begin(request, HEADERS);
      Webhooks webhooks = observer().webhooks();
      Object prologue = Helidon.prologue(request);
      if (!webhooks.mayBeSentBy(Helidon.method(prologue)) || !Helidon.isHttp1(request)) {
        return null;
      }
      String signature = Helidon.header(request, Webhooks.SIGNATURE_HEADER);
      String timestamp = Helidon.header(request, Webhooks.TIMESTAMP_HEADER);
      if ((signature == null || timestamp == null) && !webhooks.mayMatchByPath()) {
        return null;
      }
      WebhookRequest webhook =
          webhooks.begin(
              Helidon.path(prologue),
              signature,
              timestamp,
              Helidon.header(request, "Content-Type"),
              length(Helidon.header(request, "Content-Length")));
      if (webhook == null) {
        return null;
      }
      OPEN.put(prologue, webhook);
      return new Answering(prologue, response, webhook);
    }

    @Override
    protected void end(Answering answering, @Nullable Object result, @Nullable Throwable thrown) {
      // What the application has not read is read later, to free the connection.
      OPEN.remove(answering.prologue);
      WebhookRequest webhook = answering.webhook;
      if (thrown != null && !isLostAnswer(answering.response, thrown)) {
        webhook.failed(thrown);
      }
      webhook.answered(Helidon.status(answering.response));
      webhook.end();
    }

    /** Where the sender is gone as the answer is written, the handler has done its part. */
    private static boolean isLostAnswer(Object response, Throwable thrown) {
      for (Throwable each = thrown; each != null; each = each.getCause()) {
        if (each instanceof IOException) {
          return Helidon.isSent(response);
        }
      }
      return false;
    }

    private static long length(@Nullable String header) {
      try {
        return header == null ? -1 : Long.parseLong(header);
      } catch (NumberFormatException e) {
        return -1;
      }
    }
  }

  /** The thread leaves a request. */
  public static final class Left extends EventAdapter.One<Object> {
    @Override
    protected void on(Object routing) {
      observer().traces().requests().end();
    }
  }

  /** The application gets the next bytes of a body, null at its end. */
  public static final class Read extends EventAdapter.Three<Object, Object, Object> {
    public Read() {
      Helidon.link();
    }

    @Override
    protected void on(Object connection, Object prologue, @Nullable Object data) {
      WebhookRequest webhook = OPEN.get(prologue);
      if (webhook == null) {
        return;
      }
      if (data == null) {
        webhook.readToEnd();
      } else {
        byte[] bytes = Helidon.bytes(data);
        webhook.read(bytes, 0, bytes.length);
      }
    }
  }

  /** A handler has thrown; what answers it may be the application's. */
  public static final class Failed extends EventAdapter.Three<Object, Object, Throwable> {
    public Failed() {
      Helidon.link();
    }

    @Override
    protected void on(Object handlers, Object request, Throwable thrown) {
      WebhookRequest webhook = OPEN.get(Helidon.prologue(request));
      if (webhook != null) {
        webhook.failed(thrown);
      }
    }
  }
}
