package io.cioagent.instrumentation.nettyserver41;

import io.cioagent.core.observe.Observer;
import io.cioagent.core.tracing.HeaderReader;
import io.cioagent.core.tracing.ServedRequests;
import io.cioagent.core.webhook.WebhookRequest;
import io.cioagent.core.webhook.Webhooks;
import io.cioagent.instrumentation.RequestTarget;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.util.AsciiString;

/** Distinguishes webhooks from other requests. */
final class Recognition {
  /** Keep their hashes. */
  private static final AsciiString SIGNATURE = AsciiString.of(Webhooks.SIGNATURE_HEADER);

  private static final AsciiString TIMESTAMP = AsciiString.of(Webhooks.TIMESTAMP_HEADER);

  private static final HeaderReader HEADERS =
      (request, name) -> ((HttpRequest) request).headers().get(name);

  private Recognition() {}

  /** Null for a request that is no webhook, or that could not be read. */
  static WebhookRequest begin(Observer observer, HttpRequest request) {
    Webhooks webhooks = observer.webhooks();
    if (!webhooks.mayBeSentBy(request.method().name()) || request.decoderResult().isFailure()) {
      return null;
    }
    HttpHeaders headers = request.headers();
    // For this moment only: which request of a connection the thread serves later is unknown.
    ServedRequests requests = observer.traces().requests();
    requests.begin(request, HEADERS);
    try {
      return webhooks.begin(
          RequestTarget.pathOf(request.uri()),
          headers.get(SIGNATURE),
          headers.get(TIMESTAMP),
          headers.get(HttpHeaderNames.CONTENT_TYPE),
          HttpUtil.getContentLength(request, -1L));
    } finally {
      requests.end();
    }
  }

  /** Whether the body comes as it is, not compressed. */
  static boolean isPlain(HttpRequest request) {
    String encoding = request.headers().get(HttpHeaderNames.CONTENT_ENCODING);
    return encoding == null || encoding.equalsIgnoreCase("identity");
  }
}
