package io.cioagent.instrumentation.ktorcio;

import io.cioagent.core.call.AnswerBody;
import io.cioagent.instrumentation.AroundAdapter;
import io.cioagent.instrumentation.EventAdapter;
import io.cioagent.instrumentation.answer.Answers;
import io.ktor.utils.io.ByteBufferChannel;
import java.nio.ByteBuffer;
import kotlinx.io.Buffer;
import kotlinx.io.Source;
import org.jspecify.annotations.Nullable;

/** The channels from which the application reads the bodies of answers. */
final class ChannelAdapters {
  /** More than an answer to a send has. */
  private static final int MOST_BYTES = 16 * 1024;

  private ChannelAdapters() {}

  /** The application has read bytes of the ring buffer of a channel; up to 2.3. */
  public static final class RingRead
      extends EventAdapter.Three<ByteBufferChannel, ByteBuffer, Integer> {
    /** What a channel keeps at the end of its buffer for values that do not fit before it. */
    private static final int RESERVED = 8;

    /** Before the channel counts them, as others may be written to their place then. */
    @Override
    protected void on(ByteBufferChannel channel, ByteBuffer ring, Integer count) {
      AnswerBody body = Answers.of(channel);
      if (body == null) {
        return;
      }
      int size = ring.capacity() - RESERVED;
      int from = (int) (channel.getTotalBytesRead() % size);
      int first = Math.min(count, size - from);
      body.read(part(ring, from, first));
      body.read(part(ring, 0, count - first));
      body.end();
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
      final AnswerBody body;
      final Buffer buffer;
      final long size;

      Moving(AnswerBody body, Buffer buffer) {
        this.body = body;
        this.buffer = buffer;
        this.size = buffer.getSize();
      }
    }

    @Override
    protected @Nullable Moving begin(Object channel, Buffer buffer) {
      AnswerBody body = Answers.of(channel);
      return body == null ? null : new Moving(body, buffer);
    }

    @Override
    protected void end(Moving moving, @Nullable Void result, @Nullable Throwable thrown) {
      Source arrived = moving.buffer.peek();
      arrived.skip(moving.size);
      byte[] bytes = new byte[(int) Math.min(MOST_BYTES, moving.buffer.getSize() - moving.size)];
      for (int read = 0; read < bytes.length; ) {
        int count = arrived.readAtMostTo(bytes, read, bytes.length);
        if (count < 0) {
          return;
        }
        read += count;
      }
      moving.body.read(bytes, 0, bytes.length);
      moving.body.end();
    }
  }
}
