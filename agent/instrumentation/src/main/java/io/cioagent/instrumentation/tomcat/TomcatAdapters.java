package io.cioagent.instrumentation.tomcat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.cioagent.core.webhook.WebhookRequest;
import io.cioagent.core.webhook.Webhooks;
import io.cioagent.instrumentation.AroundAdapter;
import io.cioagent.instrumentation.EventAdapter;
import java.nio.ByteBuffer;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.tomcat.util.buf.ByteChunk;
import org.apache.tomcat.util.buf.MessageBytes;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.jspecify.annotations.Nullable;

/** Coyote's requests as facts about the webhooks that the application receives. */
final class TomcatAdapters {
  private TomcatAdapters() {}

  /** A request begins. */
  public static final class Service extends AroundAdapter.One<Request, Request, Void> {
    private static final String POST = "POST";

    @Override
    protected @Nullable Request begin(Request request) {
      observer().traces().requests().begin(request, WebhookRequests.HEADERS);
      Webhooks webhooks = observer().webhooks();
      if (!webhooks.mayBeSentBy(method(request))) {
        return null;
      }
      String signature = WebhookRequests.header(request, Webhooks.SIGNATURE_HEADER);
      String timestamp = WebhookRequests.header(request, Webhooks.TIMESTAMP_HEADER);
      if ((signature == null || timestamp == null) && !webhooks.mayMatchByPath()) {
        return null;
      }
      WebhookRequest webhook =
          webhooks.begin(
              path(request),
              signature,
              timestamp,
              WebhookRequests.header(request, "Content-Type"),
              request.getContentLengthLong());
      if (webhook == null) {
        return null;
      }
      WebhookRequests.BY_REQUEST.put(request, webhook);
      return request;
    }

    @Override
    protected void end(Request request, @Nullable Void result, @Nullable Throwable thrown) {
      if (thrown != null || !WebhookRequests.isAsync(request)) {
        WebhookRequests.end(request);
      }
    }

    /** Compared in Tomcat's own form, as a string might have to be made. */
    private static @Nullable String method(Request request) {
      return request.method().equals(POST) ? POST : null;
    }

    /** Leaves making a string of it to Tomcat: some versions would no longer decode it. */
    private static String path(Request request) {
      MessageBytes uri = request.requestURI();
      if (uri.getType() != MessageBytes.T_BYTES) {
        return uri.toString();
      }
      ByteChunk bytes = uri.getByteChunk();
      return new String(bytes.getBuffer(), bytes.getStart(), bytes.getLength(), ISO_8859_1);
    }
  }

  /** An asynchronous request gets an event; the last one is its completion. */
  public static final class AsyncDispatch extends AroundAdapter.One<Request, Request, Boolean> {
    @Override
    protected @Nullable Request begin(Request request) {
      observer().traces().requests().begin(request, WebhookRequests.HEADERS);
      return WebhookRequests.BY_REQUEST.get(request) == null ? null : request;
    }

    @Override
    protected void end(Request request, @Nullable Boolean success, @Nullable Throwable thrown) {
      if (thrown != null || Boolean.FALSE.equals(success) || !WebhookRequests.isAsync(request)) {
        WebhookRequests.end(request);
      }
    }
  }

  /** The thread leaves a request, which may go on elsewhere. */
  public static final class Left extends EventAdapter.One<Request> {
    @Override
    protected void on(Request request) {
      observer().traces().requests().end();
    }
  }

  /** The next bytes of a body arrive, because the application reads. */
  public static final class Read extends AroundAdapter.Two<Request, Object, Read.Reading, Integer> {

    /** One read of a webhook's body. */
    static final class Reading {
      final WebhookRequest webhook;
      final Object buffer;

      Reading(WebhookRequest webhook, Object buffer) {
        this.webhook = webhook;
        this.buffer = buffer;
      }
    }

    @Override
    protected @Nullable Reading begin(Request request, Object buffer) {
      WebhookRequest webhook = WebhookRequests.BY_REQUEST.get(request);
      return webhook == null ? null : new Reading(webhook, buffer);
    }

    @Override
    protected void end(Reading reading, @Nullable Integer count, @Nullable Throwable thrown) {
      if (count == null) {
        return;
      }
      if (count < 0) {
        reading.webhook.readToEnd();
      } else if (count > 0) {
        read(reading.webhook, reading.buffer, count);
      }
    }

    private static void read(WebhookRequest webhook, Object buffer, int count) {
      // First what the oldest versions have: they lack the other class.
      if (buffer instanceof ByteChunk) {
        ByteChunk chunk = (ByteChunk) buffer;
        webhook.read(chunk.getBuffer(), chunk.getStart(), Math.min(count, chunk.getLength()));
        return;
      }
      ByteBuffer bytes = ((ApplicationBufferHandler) buffer).getByteBuffer();
      if (bytes.remaining() > count) {
        bytes = bytes.duplicate();
        bytes.limit(bytes.position() + count);
      }
      webhook.read(bytes);
    }
  }

  /**
   * A request that has not ended yet: its connection broke while Tomcat waited for it, or, in the
   * oldest versions, it completed before its thread returned.
   */
  public static final class Recycle extends EventAdapter.One<Request> {
    @Override
    protected void on(Request request) {
      WebhookRequest webhook = WebhookRequests.BY_REQUEST.remove(request);
      if (webhook != null) {
        Response response = request.getResponse();
        // Where nothing was sent the status is that of a response to come.
        if (response.isCommitted()) {
          webhook.answered(response.getStatus());
        }
        webhook.end();
      }
    }
  }
}
