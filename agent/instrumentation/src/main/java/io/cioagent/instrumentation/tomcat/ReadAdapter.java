package io.cioagent.instrumentation.tomcat;

import io.cioagent.core.observe.Observer;
import io.cioagent.core.webhook.WebhookRequest;
import io.cioagent.instrumentation.Adapter;
import java.nio.ByteBuffer;
import org.apache.tomcat.util.buf.ByteChunk;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/** The application reads: the next bytes come for it. */
public final class ReadAdapter extends Adapter {

  public ReadAdapter(Observer observer) {
    super(observer, "tomcat");
  }

  private static final class Reading {
    final WebhookRequest webhook;
    final Object into;

    Reading(WebhookRequest webhook, Object into) {
      this.webhook = webhook;
      this.into = into;
    }
  }

  @Override
  public Object enter(Object request, Object into, Object unused) {
    WebhookRequest webhook = Live.WEBHOOKS.get(request);
    return webhook == null ? null : new Reading(webhook, into);
  }

  @Override
  public void exit(Object scope, Object result, Throwable thrown) {
    if (thrown != null) {
      return;
    }
    Reading reading = (Reading) scope;
    int count = (Integer) result;
    if (count < 0) {
      reading.webhook.readToEnd();
    } else if (count > 0) {
      read(reading.webhook, reading.into, count);
    }
  }

  private static void read(WebhookRequest webhook, Object into, int count) {
    // First what the oldest have: they lack the other class.
    if (into instanceof ByteChunk) {
      ByteChunk chunk = (ByteChunk) into;
      webhook.read(chunk.getBuffer(), chunk.getStart(), Math.min(count, chunk.getLength()));
      return;
    }
    ByteBuffer bytes = ((ApplicationBufferHandler) into).getByteBuffer();
    if (bytes.remaining() > count) {
      bytes = bytes.duplicate();
      bytes.limit(bytes.position() + count);
    }
    webhook.read(bytes);
  }
}
