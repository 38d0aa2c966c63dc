package io.cioagent.instrumentation.nettyserver41;

import io.cioagent.core.webhook.WebhookRequest;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.Attribute;
import io.netty.util.AttributeKey;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * The requests of one connection, which are answered in the order in which they came: all are
 * counted, and the webhooks among them known. Lives as long as the channel; safe for any thread.
 */
final class Requests {
  private static final int SWITCHING_PROTOCOLS = 101;
  private static final AttributeKey<Requests> KEY =
      AttributeKey.valueOf("io.cioagent.nettyserver41.requests");

  private int asked;
  private int answered;
  private boolean interim;
  private boolean watched;

  /** Whose body arrives; null for none, or one that is no webhook. */
  private Received arriving;

  /** The unanswered webhooks; null where none ever came. */
  private Queue<Received> webhooks;

  private Requests() {}

  /** Null where no request came on the channel, as on a client's. */
  static Requests find(Channel channel) {
    return channel.hasAttr(KEY) ? channel.attr(KEY).get() : null;
  }

  /** Called on the one thread that decodes. */
  static Requests of(Channel channel) {
    Attribute<Requests> attribute = channel.attr(KEY);
    Requests requests = attribute.get();
    if (requests == null) {
      requests = new Requests();
      attribute.set(requests);
    }
    return requests;
  }

  /** One that is no webhook. */
  synchronized void add() {
    asked++;
    arriving = null;
  }

  /**
   * @param plain whether the body comes as it is, not compressed
   */
  synchronized void add(WebhookRequest webhook, boolean plain) {
    arriving = new Received(asked, webhook, plain);
    asked++;
    if (webhooks == null) {
      webhooks = new ArrayDeque<>();
    }
    webhooks.add(arriving);
  }

  /** Makes sure that whatever is unanswered ends with the channel; after it was added. */
  @SuppressWarnings("FutureReturnValueIgnored") // a listener; the future stays the channel's
  void watch(Channel channel) {
    boolean first;
    synchronized (this) {
      first = !watched;
      watched = true;
    }
    if (first) {
      channel.closeFuture().addListener(future -> lost());
    } else if (channel.closeFuture().isDone()) {
      lost();
    }
  }

  /** A part of the body of the last request. */
  synchronized void read(HttpContent part) {
    if (arriving != null) {
      boolean last = part instanceof LastHttpContent;
      arriving.read(part, last);
      if (last) {
        arriving = null;
      }
    }
  }

  /** A part of the next answer. */
  synchronized void answered(HttpObject part) {
    if (part instanceof HttpResponse) {
      int status = ((HttpResponse) part).status().code();
      interim = status < 200 && status != SWITCHING_PROTOCOLS;
      Received webhook = next();
      if (webhook != null && !interim) {
        webhook.answered(status);
      }
    }
    if (part instanceof LastHttpContent) {
      if (!interim) {
        complete();
      }
      interim = false;
    }
  }

  private void complete() {
    Received webhook = next();
    if (webhook != null) {
      webhooks.remove();
      webhook.end();
    }
    if (answered != asked) {
      answered++;
    }
  }

  /** Null where the next answer is to no webhook. */
  private Received next() {
    Received first = webhooks == null ? null : webhooks.peek();
    return first != null && first.number() == answered ? first : null;
  }

  private synchronized void lost() {
    for (Received webhook : webhooks) {
      webhook.end();
    }
    webhooks.clear();
  }
}
