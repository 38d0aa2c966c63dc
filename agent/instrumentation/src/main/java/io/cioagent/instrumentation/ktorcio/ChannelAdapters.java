package io.cioagent.instrumentation.ktorcio;

import io.cioagent.instrumentation.AroundAdapter;
import io.cioagent.instrumentation.EventAdapter;
import io.ktor.utils.io.ByteBufferChannel;
import java.nio.ByteBuffer;
import kotlinx.io.Buffer;
import kotlinx.io.Source;
import org.jspecify.annotations.Nullable;

/** The channels from which the application reads the bodies of answers, and of webhooks. */
final class ChannelAdapters {
  /** What is copied in one piece. */
  private static final int MOST_AT_ONCE = 8 * 1024;

  private ChannelAdapters() {}

  /** The application has read bytes of the ring buffer of a channel; up to 2.3. */
  public static final class RingRead
      extends EventAdapter.Three<ByteBufferChannel, ByteBuffer, Integer> {
    /** What a channel keeps at the end of its buffer for values that do not fit before it. */
    private static final int RESERVED = 8;

    /** Before the channel counts them, as others may be written to their place then. */
    @Override
    protected void on(ByteBufferChannel channel, ByteBuffer ring, Integer count) {
      Bodies body = Bodies.of(channel);
      if (body == null) {
        return;
      }
      int size = ring.capacity() - RESERVED;
      int from = (int) (channel.getTotalBytesRead() % size);
      int first = Math.min(count, size - from);
      body.read(part(ring, from, first));
      if (first < count) {
        body.read(part(ring, 0, count - first));
      }
    }

    private static ByteBuffer part(ByteBuffer ring, int from, int count) {
      ByteBuffer part = ring.duplicate();
      part.limit(from + count);
      part.position(from);
      return part;
    }
  }

  /** A channel moves what has arrived to the buffer that the application reads; since 3.0. */
  public static final class Move extends AroundAdapter.Two<Object, Buffer, Move.Moving, Void> {

    /** The buffer, which only the reading application touches, as it was before. */
    static final class Moving {
      final Bodies body;
      final Buffer buffer;
      final long size;

      Moving(Bodies body, Buffer buffer) {
        this.body = body;
        this.buffer = buffer;
        this.size = buffer.getSize();
      }
    }

    @Override
    protected @Nullable Moving begin(Object channel, Buffer buffer) {
      Bodies body = Bodies.of(channel);
      return body == null ? null : new Moving(body, buffer);
    }

    @Override
    protected void end(Moving moving, @Nullable Void result, @Nullable Throwable thrown) {
      long rest = moving.buffer.getSize() - moving.size;
      Source arrived = moving.buffer.peek();
      arrived.skip(moving.size);
      byte[] bytes = new byte[(int) Math.min(MOST_AT_ONCE, rest)];
      while (rest > 0) {
        int count = arrived.readAtMostTo(bytes, 0, (int) Math.min(bytes.length, rest));
        if (count < 0) {
          return;
        }
        moving.body.read(ByteBuffer.wrap(bytes, 0, count));
        rest -= count;
      }
    }
  }

  /** The application waits for content, of which there is none left at the end; since 3.0. */
  public static final class Await extends EventAdapter.Two<Object, Object> {
    @Override
    protected void on(Object channel, @Nullable Object result) {
      Bodies body = Boolean.FALSE.equals(result) ? Bodies.of(channel) : null;
      if (body != null) {
        body.end();
      }
    }
  }
}
