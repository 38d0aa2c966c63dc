package io.cioagent.instrumentation.grizzly;

import io.cioagent.core.tracing.HeaderReader;
import io.cioagent.core.webhook.WebhookRequest;
import io.cioagent.core.webhook.Webhooks;
import io.cioagent.instrumentation.AroundAdapter;
import io.cioagent.instrumentation.EventAdapter;
import java.io.IOException;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.http.HttpHeader;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.io.InputBuffer;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;
import org.jspecify.annotations.Nullable;

/** Grizzly's requests as facts about the webhooks that the application receives. */
final class GrizzlyAdapters {
  private static final HeaderReader HEADERS =
      (request, name) -> {
        HttpRequestPacket head = ((Request) request).getRequest();
        // It has none between two requests.
        return head == null ? null : head.getHeader(name);
      };

  private GrizzlyAdapters() {}

  /** The head of a request has arrived, on a thread that may not be the one to serve it. */
  public static final class Begin extends EventAdapter.One<Request> {
    @Override
    protected void on(Request request) {
      Webhooks webhooks = observer().webhooks();
      if (!webhooks.mayBeSentBy(request.getMethod().getMethodString())) {
        return;
      }
      String signature = request.getHeader(Webhooks.SIGNATURE_HEADER);
      String timestamp = request.getHeader(Webhooks.TIMESTAMP_HEADER);
      if ((signature == null || timestamp == null) && !webhooks.mayMatchByPath()) {
        return;
      }
      observer().traces().requests().begin(request, HEADERS);
      try {
        WebhookRequest webhook =
            webhooks.begin(
                request.getRequestURI(),
                signature,
                timestamp,
                request.getContentType(),
                request.getContentLengthLong());
        if (webhook != null) {
          ReceivedWebhook.open(request, webhook);
        }
      } finally {
        observer().traces().requests().end();
      }
    }
  }

  /** A thread is about to run the application's handler, or to hand the request to a pool. */
  public static final class Serve extends EventAdapter.One<Request> {
    @Override
    protected void on(Request request) {
      observer().traces().requests().begin(request, HEADERS);
    }
  }

  /** The thread leaves a request, which may go on elsewhere. */
  public static final class Left extends EventAdapter.One<Request> {
    @Override
    protected void on(Request request) {
      observer().traces().requests().end();
    }
  }

  /** The application reads from the buffer, or looks into it. */
  public static final class Read
      extends AroundAdapter.Three<InputBuffer, Buffer, HttpHeader, Read.Reading, Object> {

    /** One read of a webhook's body. */
    static final class Reading {
      final ReceivedWebhook webhook;
      final HttpHeader head;

      Reading(ReceivedWebhook webhook, HttpHeader head) {
        this.webhook = webhook;
        this.head = head;
      }
    }

    @Override
    protected @Nullable Reading begin(InputBuffer body, Buffer waiting, HttpHeader head) {
      ReceivedWebhook webhook = ReceivedWebhook.OPEN.get(body);
      if (webhook == null) {
        return null;
      }
      webhook.reads(waiting);
      return new Reading(webhook, head);
    }

    @Override
    protected void end(Reading reading, @Nullable Object result, @Nullable Throwable thrown) {
      if (!reading.head.isExpectContent()) {
        reading.webhook.arrivedToEnd();
      }
    }
  }

  /** The next bytes of a body are put into the buffer. */
  public static final class Arrived extends EventAdapter.Two<InputBuffer, Buffer> {
    @Override
    protected void on(InputBuffer body, Buffer bytes) {
      ReceivedWebhook webhook = ReceivedWebhook.OPEN.get(body);
      if (webhook != null) {
        webhook.arrived(bytes);
      }
    }
  }

  /** The server writes an error page, with the exception of the handler if there is one. */
  public static final class Failed extends EventAdapter.Two<Request, Throwable> {

    /** A sender that has gone is no fault of the handler; else the status shows an I/O error. */
    @Override
    protected void on(Request request, @Nullable Throwable thrown) {
      ReceivedWebhook webhook = ReceivedWebhook.OPEN.get(request);
      if (webhook != null && thrown != null && !(thrown instanceof IOException)) {
        webhook.request().failed(thrown);
      }
    }
  }

  /** The answer is written, or its connection is broken. */
  public static final class End extends EventAdapter.One<Request> {
    @Override
    protected void on(Request request) {
      ReceivedWebhook webhook = ReceivedWebhook.close(request);
      if (webhook != null) {
        if (request.getInputBuffer().isFinished()) {
          webhook.arrivedToEnd();
        }
        webhook.request().answered(request.getResponse().getStatus());
        webhook.request().end();
      }
    }
  }

  /** A request that waits for its answer has lost its connection, or its time is up. */
  public static final class Cancelled extends EventAdapter.Three<Object, Response, Boolean> {
    @Override
    protected void on(Object suspended, Response response, Boolean cancelled) {
      ReceivedWebhook webhook = cancelled ? ReceivedWebhook.close(response.getRequest()) : null;
      if (webhook != null) {
        // Where nothing was sent the status is that of a response to come.
        if (response.isCommitted()) {
          webhook.request().answered(response.getStatus());
        }
        webhook.request().end();
      }
    }
  }
}
