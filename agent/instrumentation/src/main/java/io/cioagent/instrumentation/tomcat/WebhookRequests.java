package io.cioagent.instrumentation.tomcat;

import io.cioagent.core.tracing.HeaderReader;
import io.cioagent.core.webhook.WebhookRequest;
import io.cioagent.instrumentation.LibraryObjects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.coyote.ActionCode;
import org.apache.coyote.Request;
import org.apache.tomcat.util.buf.MessageBytes;
import org.jspecify.annotations.Nullable;

/** The webhooks that Tomcat has not answered yet. */
final class WebhookRequests {
  /** By Coyote's requests, each of which serves one connection or stream and is used again. */
  static final LibraryObjects<WebhookRequest> BY_REQUEST = new LibraryObjects<>();

  static final HeaderReader HEADERS = (request, name) -> header((Request) request, name);

  private WebhookRequests() {}

  static @Nullable String header(Request request, String name) {
    MessageBytes value = request.getMimeHeaders().getValue(name);
    return value == null ? null : value.toString();
  }

  /** Whether the answer may still come after the servlets have returned. */
  static boolean isAsync(Request request) {
    AtomicBoolean async = new AtomicBoolean();
    request.action(ActionCode.ASYNC_IS_ASYNC, async);
    return async.get();
  }

  /** The answer is complete, or none will come. */
  static void end(Request request) {
    WebhookRequest webhook = BY_REQUEST.remove(request);
    if (webhook != null) {
      webhook.answered(request.getResponse().getStatus());
      webhook.end();
    }
  }
}
