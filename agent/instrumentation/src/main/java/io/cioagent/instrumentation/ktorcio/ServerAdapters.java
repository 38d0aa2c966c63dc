package io.cioagent.instrumentation.ktorcio;

import io.cioagent.core.observe.Observer;
import io.cioagent.core.tracing.HeaderReader;
import io.cioagent.core.tracing.ServedRequests;
import io.cioagent.core.webhook.WebhookRequest;
import io.cioagent.core.webhook.Webhooks;
import io.cioagent.instrumentation.EventAdapter;
import io.cioagent.instrumentation.LibraryObjects;
import io.ktor.http.HttpStatusCode;
import io.ktor.http.cio.HttpHeadersMap;
import io.ktor.http.cio.Request;
import org.jspecify.annotations.Nullable;

/** The server's calls as facts about the webhooks that the application receives. */
final class ServerAdapters {
  /** By the server's call, and by its response. */
  private static final LibraryObjects<WebhookRequest> OPEN = new LibraryObjects<>();

  private static final int OK = 200;

  private static final HeaderReader HEADERS =
      (request, name) -> text(((Request) request).getHeaders().get(name));

  private ServerAdapters() {}

  /** The head of a request has arrived, and the application is about to get it as a call. */
  public static final class Begin extends EventAdapter.Three<Object, Object, Request> {
    @Override
    protected void on(Object call, Object channel, Request request) {
      if (observer().webhooks().mayBeSentBy(request.getMethod().getValue())) {
        WebhookRequest webhook = begin(observer(), request);
        if (webhook != null) {
          // What it is unless the application says something else.
          webhook.answered(OK);
          OPEN.put(call, webhook);
          Bodies.RECEIVED.put(channel, webhook);
        }
      }
    }

    private static @Nullable WebhookRequest begin(Observer observer, Request request) {
      HttpHeadersMap headers = request.getHeaders();
      // For this moment only: which request a thread serves later is unknown.
      ServedRequests requests = observer.traces().requests();
      requests.begin(request, HEADERS);
      try {
        return observer
            .webhooks()
            .begin(
                request.getUri().toString(),
                text(headers.get(Webhooks.SIGNATURE_HEADER)),
                text(headers.get(Webhooks.TIMESTAMP_HEADER)),
                text(headers.get("Content-Type")),
                length(text(headers.get("Content-Length"))));
      } finally {
        requests.end();
      }
    }

    private static long length(@Nullable String header) {
      try {
        return header == null ? -1 : Long.parseLong(header);
      } catch (NumberFormatException e) {
        return -1;
      }
    }
  }

  /** A call gets its response. */
  public static final class Response extends EventAdapter.Two<Object, Object> {
    @Override
    protected void on(Object response, Object call) {
      WebhookRequest webhook = OPEN.get(call);
      if (webhook != null) {
        OPEN.put(response, webhook);
      }
    }
  }

  /** The application, or the server for it, decides on a status. */
  public static final class Status extends EventAdapter.Two<Object, HttpStatusCode> {
    @Override
    protected void on(Object response, HttpStatusCode status) {
      WebhookRequest webhook = OPEN.get(response);
      if (webhook != null) {
        webhook.answered(status.getValue());
      }
    }
  }

  /** The server has finished a call, successfully or not. */
  public static final class End extends EventAdapter.Two<Object, Object> {
    @Override
    protected void on(Object call, Object response) {
      WebhookRequest webhook = OPEN.remove(call);
      if (webhook != null) {
        OPEN.remove(response);
        webhook.end();
      }
    }
  }

  private static @Nullable String text(@Nullable CharSequence value) {
    return value == null ? null : value.toString();
  }
}
