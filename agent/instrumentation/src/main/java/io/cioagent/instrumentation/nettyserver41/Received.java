package io.cioagent.instrumentation.nettyserver41;

import io.cioagent.core.webhook.WebhookRequest;
import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpContent;
import java.nio.ByteBuffer;

/** One webhook on a connection until its answer is complete. Read by one thread. */
final class Received {
  private final int number;
  private final WebhookRequest webhook;
  private final boolean plain;

  /**
   * @param number how many requests came before it
   * @param plain whether the body comes as it is: what is compressed here, the application reads
   *     otherwise
   */
  Received(int number, WebhookRequest webhook, boolean plain) {
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
