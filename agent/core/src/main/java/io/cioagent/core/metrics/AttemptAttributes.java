package io.cioagent.core.metrics;

import io.cioagent.core.call.Attempt;
import io.cioagent.core.call.Request;
import io.cioagent.core.event.HttpAttributes;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of HTTP requests. Most requests repeat an earlier one with the same result, and
 * get its attributes, whose hash the SDK need not compute again. Safe for any thread.
 */
final class AttemptAttributes {
  /** More than an application sends; further ones get attributes of their own. */
  private static final int MOST_REQUESTS = 500;

  private static final int MOST_RESULTS = 16;

  private final BoundedPorts ports = new BoundedPorts();
  private final Map<Request, Result> results = new ConcurrentHashMap<>();

  /** One result of a request, before those that came earlier. */
  private static final class Result {
    final int status;
    final @Nullable String errorType;
    final Attributes attributes;
    final @Nullable Result earlier;
    final int count;

    Result(Attempt attempt, Attributes attributes, @Nullable Result earlier) {
      this.status = attempt.status();
      this.errorType = attempt.errorType();
      this.attributes = attributes;
      this.earlier = earlier;
      this.count = earlier == null ? 1 : earlier.count + 1;
    }
  }

  Attributes attributes(Attempt attempt) {
    Request request = attempt.request();
    Result last = results.get(request);
    for (Result each = last; each != null; each = each.earlier) {
      if (each.status == attempt.status() && Objects.equals(each.errorType, attempt.errorType())) {
        return each.attributes;
      }
    }
    Attributes attributes = create(attempt);
    if (last == null ? results.size() < MOST_REQUESTS : last.count < MOST_RESULTS) {
      // Of two threads at once, one may overwrite what the other has added: it is added again.
      results.put(request, new Result(attempt, attributes, last));
    }
    return attributes;
  }

  private Attributes create(Attempt attempt) {
    Request request = attempt.request();
    AttributesBuilder attributes =
        Attributes.builder()
            .put(HttpAttributes.METHOD, HttpAttributes.knownMethod(request.method()))
            .put(HttpAttributes.SERVER_ADDRESS, request.host())
            .put(HttpAttributes.SERVER_PORT, (long) ports.bounded(request.port()))
            .put(HttpAttributes.URL_TEMPLATE, request.route().templateLabel());
    if (attempt.status() > 0) {
      attributes.put(HttpAttributes.STATUS_CODE, (long) attempt.status());
    }
    if (attempt.errorType() != null) {
      attributes.put(HttpAttributes.ERROR_TYPE, attempt.errorType());
    }
    return attributes.build();
  }
}
