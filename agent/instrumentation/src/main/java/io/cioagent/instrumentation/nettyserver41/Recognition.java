package io.cioagent.instrumentation.nettyserver41;

import io.cioagent.core.observe.Observer;
import io.cioagent.core.tracing.HeaderReader;
import io.cioagent.core.tracing.ServedRequests;
import io.cioagent.core.webhook.WebhookRequest;
import io.cioagent.core.webhook.Webhooks;
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
          path(request.uri()),
          headers.get(SIGNATURE),
          headers.get(TIMESTAMP),
          headers.get(HttpHeaderNames.CONTENT_TYPE),
          HttpUtil.getContentLength(request, -1L));
    } finally {
      requests.end();
    }
  }

  /** Of an absolute form, as proxies get it, what follows the host. */
  private static String path(String target) {
    int scheme = target.startsWith("/") ? -1 : target.indexOf("://");
    int path = scheme < 0 ? -1 : target.indexOf('/', scheme + 3);
    return path < 0 ? target : target.substring(path);
  }

  /** Whether the body comes as it is, not compressed. */
  static boolean isPlain(HttpRequest request) {
    String encoding = request.headers().get(HttpHeaderNames.CONTENT_ENCODING);
    return encoding == null || encoding.equalsIgnoreCase("identity");
  }
}
