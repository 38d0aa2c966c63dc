package io.cioagent.instrumentation.nettyserver41;

import io.cioagent.core.webhook.WebhookRequest;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpContent;
import io.netty.util.Attribute;
import io.netty.util.AttributeKey;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * The requests of one connection, which are answered in the order in which they came: all are
 * counted, and the webhooks among them known. Lives as long as the channel.
 *
 * <p>One thread decodes and one encodes, the same as a rule. Where it is another, an answer is
 * handed over to it after the request was counted: so the counts need no lock, and requests that
 * are no webhooks take none.
 */
final class Requests {
  private static final int SWITCHING_PROTOCOLS = 101;
  private static final AttributeKey<Requests> KEY =
      AttributeKey.valueOf("io.cioagent.nettyserver41.requests");

  private int asked;
  private int answered;
  private boolean interim;

  /** Whose body arrives; null for none, or one that is no webhook. */
  private Received arriving;

  /** The unanswered webhooks, what is in it guarded by this; null where none ever came. */
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
  void add() {
    asked++;
    arriving = null;
  }

  /**
   * Ends with the channel at the latest.
   *
   * @param plain whether the body comes as it is, not compressed
   */
  @SuppressWarnings("FutureReturnValueIgnored") // a listener; the future stays the channel's
  void add(WebhookRequest webhook, boolean plain, Channel channel) {
    arriving = new Received(asked, webhook, plain);
    asked++;
    boolean first = webhooks == null;
    if (first) {
      webhooks = new ArrayDeque<>();
    }
    synchronized (this) {
      webhooks.add(arriving);
    }
    if (first) {
      channel.closeFuture().addListener(future -> lost());
    } else if (channel.closeFuture().isDone()) {
      lost();
    }
  }

  /** A part of the body of the last request. */
  void read(HttpContent part) {
    if (arriving != null) {
      boolean last = Parts.isLast(part);
      arriving.read(part, last);
      if (last) {
        arriving = null;
      }
    }
  }

  /**
   * A part of the next answer.
   *
   * @param status 0 where it is not the head
   */
  void answered(int status, boolean last) {
    if (status > 0) {
      interim = status < 200 && status != SWITCHING_PROTOCOLS;
    }
    if (interim) {
      interim = !last;
      return;
    }
    Received webhook = next(last);
    if (webhook != null) {
      if (status > 0) {
        webhook.answered(status);
      }
      if (last) {
        webhook.end();
      }
    }
    if (last && answered != asked) {
      answered++;
    }
  }

  /** Null where the next answer is to no webhook. */
  private Received next(boolean remove) {
    if (webhooks == null) {
      return null;
    }
    synchronized (this) {
      Received first = webhooks.peek();
      if (first == null || first.number() != answered) {
        return null;
      }
      return remove ? webhooks.remove() : first;
    }
  }

  private void lost() {
    synchronized (this) {
      for (Received webhook : webhooks) {
        webhook.end();
      }
      webhooks.clear();
    }
  }
}
