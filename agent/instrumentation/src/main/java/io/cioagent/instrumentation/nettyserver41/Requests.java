package io.cioagent.instrumentation.nettyserver41;

import io.cioagent.core.webhook.WebhookRequest;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpContent;
import io.netty.util.Attribute;
import io.netty.util.AttributeKey;
import java.nio.ByteBuffer;
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

  private int received;
  private int answered;
  private boolean interim;

  /** Whose body arrives; null for none, or one that is no webhook. */
  private Webhook arriving;

  /** The unanswered webhooks, with their contents guarded by this; null where none ever came. */
  private Queue<Webhook> webhooks;

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
    received++;
    arriving = null;
  }

  /**
   * Ends with the channel at the latest.
   *
   * @param plain whether the body comes as it is, not compressed
   */
  @SuppressWarnings("FutureReturnValueIgnored") // a listener; the future stays the channel's
  void add(WebhookRequest webhook, boolean plain, Channel channel) {
    arriving = new Webhook(received, webhook, plain);
    received++;
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
    Webhook webhook = next(last);
    if (webhook != null) {
      if (status > 0) {
        webhook.answered(status);
      }
      if (last) {
        webhook.end();
      }
    }
    if (last && answered != received) {
      answered++;
    }
  }

  /** Null where the next answer is to no webhook. */
  private Webhook next(boolean remove) {
    if (webhooks == null) {
      return null;
    }
    synchronized (this) {
      Webhook first = webhooks.peek();
      if (first == null || first.number() != answered) {
        return null;
      }
      return remove ? webhooks.remove() : first;
    }
  }

  private void lost() {
    synchronized (this) {
      for (Webhook webhook : webhooks) {
        webhook.end();
      }
      webhooks.clear();
    }
  }

  /** One webhook until its answer is complete. Read by one thread. */
  static final class Webhook {
    private final int number;
    private final WebhookRequest webhook;
    private final boolean plain;

    /**
     * @param number how many requests came before it
     * @param plain whether the body comes as it is: what is compressed here, the application reads
     *     in another form
     */
    Webhook(int number, WebhookRequest webhook, boolean plain) {
      this.number = number;
      this.webhook = webhook;
      this.plain = plain;
    }

    int number() {
      return number;
    }

    void read(HttpContent part, boolean last) {
      if (!plain || part.decoderResult().isFailure()) {
        return;
      }
      read(part.content());
      if (last) {
        webhook.readToEnd();
      }
    }

    /** Leaves its indices and its reference count alone. */
    private void read(ByteBuf content) {
      if (!content.isReadable()) {
        return;
      }
      if (content.nioBufferCount() > 0) {
        for (ByteBuffer each : content.nioBuffers()) {
          webhook.read(each);
        }
      } else {
        byte[] bytes = new byte[content.readableBytes()];
        content.getBytes(content.readerIndex(), bytes);
        webhook.read(bytes, 0, bytes.length);
      }
    }

    void answered(int status) {
      webhook.answered(status);
    }

    void end() {
      webhook.end();
    }
  }
}
