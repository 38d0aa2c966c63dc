package io.cioagent.core.spans;

import io.cioagent.core.call.Request;
import io.cioagent.core.event.HttpAttributes;
import io.cioagent.core.privacy.MaskedUrl;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What spans say of a request. Equal requests share it. */
final class RequestTexts {
  /** More than an application sends; further ones get texts of their own. */
  private static final int MOST_REQUESTS = 500;

  private final String spanName;
  private final String method;
  private final String url;

  private RequestTexts(Request request) {
    String template = request.route().template();
    method = HttpAttributes.knownMethod(request.method());
    spanName = template == null ? method : method + ' ' + template;
    url =
        MaskedUrl.full(
            request.scheme(), request.host(), request.port(), template, request.hasQuery());
  }

  /** The name of the span of such an attempt. */
  String spanName() {
    return spanName;
  }

  /** The method, or what stands for an unknown one. */
  String method() {
    return method;
  }

  /** The attribute {@code url.full}. */
  String url() {
    return url;
  }

  /** The texts of the requests so far. Safe for any thread. */
  static final class Cache {
    private final Map<Request, RequestTexts> known = new ConcurrentHashMap<>();

    RequestTexts of(Request request) {
      RequestTexts texts = known.get(request);
      if (texts == null) {
        texts = new RequestTexts(request);
        if (known.size() < MOST_REQUESTS) {
          known.put(request, texts);
        }
      }
      return texts;
    }
  }
}
