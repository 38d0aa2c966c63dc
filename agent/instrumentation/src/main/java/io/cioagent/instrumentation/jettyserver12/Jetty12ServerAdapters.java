package io.cioagent.instrumentation.jettyserver12;

import io.cioagent.core.tracing.HeaderReader;
import io.cioagent.core.webhook.WebhookRequest;
import io.cioagent.core.webhook.Webhooks;
import io.cioagent.instrumentation.EventAdapter;
import io.cioagent.instrumentation.jettyserver.WebhookRequests;
import java.io.IOException;

/**
 * The requests of Jetty 12 as facts about the webhooks that the application receives. An unknown
 * version is reported as an adapter is made, and not at each request.
 */
final class Jetty12ServerAdapters {
  private Jetty12ServerAdapters() {}

  /** The handlers are about to be invoked, once for each request. */
  public static final class Invoke extends EventAdapter.Two<Object, Object> {
    private static final HeaderReader HEADERS =
        (request, name) -> Jetty.header(Jetty.headers(request), name);

    public Invoke() {
      Jetty.link();
    }

    @Override
    protected void on(Object invoker, Object channelState) {
      Object request = Jetty.request(channelState);
      observer().traces().requests().begin(request, HEADERS);
      Webhooks webhooks = observer().webhooks();
      if (request != null && webhooks.mayBeSentBy(Jetty.method(request))) {
        Object headers = Jetty.headers(request);
        WebhookRequest webhook =
            webhooks.begin(
                Jetty.path(request),
                Jetty.header(headers, Webhooks.SIGNATURE_HEADER),
                Jetty.header(headers, Webhooks.TIMESTAMP_HEADER),
                Jetty.header(headers, "Content-Type"),
                Jetty.length(request));
        if (webhook != null) {
          WebhookRequests.OPEN.put(request, webhook);
        }
      }
    }
  }

  /** The thread leaves a request, which may go on elsewhere. */
  public static final class Left extends EventAdapter.One<Object> {
    public Left() {
      Jetty.link();
    }

    @Override
    protected void on(Object invoker) {
      observer().traces().requests().end();
    }
  }

  /**
   * The application gets the next chunk of a body, null if there is none yet; Jetty drains
   * elsewhere.
   */
  public static final class Read extends EventAdapter.Two<Object, Object> {
    public Read() {
      Jetty.link();
    }

    @Override
    protected void on(Object request, Object chunk) {
      WebhookRequest webhook = chunk == null ? null : WebhookRequests.OPEN.get(request);
      if (webhook != null) {
        webhook.read(Jetty.bytes(chunk));
        if (Jetty.isEnd(chunk)) {
          webhook.readToEnd();
        }
      }
    }
  }

  /** A handler has thrown or failed, perhaps after a part of the answer was sent. */
  public static final class Failed extends EventAdapter.Three<Object, Object, Throwable> {
    public Failed() {
      Jetty.link();
    }

    /**
     * A sender that has gone fails the callback too, although the handler did its part. Where a
     * handler lets an I/O error through, the status shows it.
     */
    @Override
    protected void on(Object callback, Object request, Throwable failure) {
      WebhookRequest webhook = WebhookRequests.OPEN.get(request);
      if (webhook != null && !(failure instanceof IOException)) {
        webhook.failed(failure);
      }
    }
  }

  /** The stream is about to be completed, with all of the answer written or abandoned. */
  public static final class Complete extends EventAdapter.Two<Object, Object> {
    public Complete() {
      Jetty.link();
    }

    @Override
    protected void on(Object woven, Object channelState) {
      WebhookRequest webhook = WebhookRequests.OPEN.remove(Jetty.request(channelState));
      if (webhook != null) {
        webhook.answered(Jetty.status(Jetty.response(channelState)));
        webhook.end();
      }
    }
  }
}
