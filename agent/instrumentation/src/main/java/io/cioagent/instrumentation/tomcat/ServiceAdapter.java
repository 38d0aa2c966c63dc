package io.cioagent.instrumentation.tomcat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.cioagent.core.observe.Observer;
import io.cioagent.core.webhook.WebhookRequest;
import io.cioagent.core.webhook.Webhooks;
import io.cioagent.instrumentation.Adapter;
import org.apache.coyote.Request;
import org.apache.tomcat.util.buf.ByteChunk;
import org.apache.tomcat.util.buf.MessageBytes;

/** A request begins. */
public final class ServiceAdapter extends Adapter {
  private static final String POST = "POST";

  public ServiceAdapter(Observer observer) {
    super(observer, "tomcat");
  }

  @Override
  public Object enter(Object made, Object unused, Object unusedToo) {
    Request request = (Request) made;
    observer().traces().requests().begin(request, Live.HEADERS);
    Webhooks webhooks = observer().webhooks();
    if (!webhooks.mayBeSentBy(method(request))) {
      return null;
    }
    String signature = Live.header(request, Webhooks.SIGNATURE_HEADER);
    String timestamp = Live.header(request, Webhooks.TIMESTAMP_HEADER);
    if ((signature == null || timestamp == null) && !webhooks.mayBeToldByPath()) {
      return null;
    }
    WebhookRequest webhook =
        webhooks.begin(
            path(request),
            signature,
            timestamp,
            Live.header(request, "Content-Type"),
            request.getContentLengthLong());
    if (webhook == null) {
      return null;
    }
    Live.WEBHOOKS.put(request, webhook);
    return request;
  }

  @Override
  public void exit(Object scope, Object result, Throwable thrown) {
    Request request = (Request) scope;
    if (thrown != null || !Live.isAsync(request)) {
      Live.end(request);
    }
  }

  /** Compared as it is: its text might have to be made. */
  private static String method(Request request) {
    return request.method().equals(POST) ? POST : null;
  }

  /** Its text is left to Tomcat, some versions of which would no longer decode it. */
  private static String path(Request request) {
    MessageBytes uri = request.requestURI();
    if (uri.getType() != MessageBytes.T_BYTES) {
      return uri.toString();
    }
    ByteChunk bytes = uri.getByteChunk();
    return new String(bytes.getBuffer(), bytes.getStart(), bytes.getLength(), ISO_8859_1);
  }
}
