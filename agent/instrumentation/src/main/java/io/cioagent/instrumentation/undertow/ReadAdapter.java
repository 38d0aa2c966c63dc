package io.cioagent.instrumentation.undertow;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** The body is read, by the application or for it. */
public final class ReadAdapter extends Adapter {

  public ReadAdapter(Observer observer) {
    super(observer, "undertow");
  }

  /** One read; the buffers are seen as they were before. */
  private static final class Reading {
    final Received received;
    final ByteBuffer[] into;

    Reading(Received received, ByteBuffer... into) {
      this.received = received;
      this.into = into;
    }
  }

  @Override
  public Object enter(Object channel, Object into, Object first) {
    Received received = Received.LIVE.get(channel);
    if (received == null || received.isDrained()) {
      return null;
    }
    if (into instanceof ByteBuffer) {
      return new Reading(received, ((ByteBuffer) into).duplicate());
    }
    ByteBuffer[] all = (ByteBuffer[]) into;
    ByteBuffer[] buffers = Arrays.copyOfRange(all, (Integer) first, all.length);
    for (int i = 0; i < buffers.length; i++) {
      // Those after the last one that is read into may be null.
      buffers[i] = buffers[i] == null ? null : buffers[i].duplicate();
    }
    return new Reading(received, buffers);
  }

  @Override
  public void exit(Object scope, Object result, Throwable thrown) {
    Reading reading = (Reading) scope;
    long count = (Long) result;
    if (count < 0) {
      reading.received.request().readToEnd();
    }
    for (ByteBuffer each : reading.into) {
      if (count > 0) {
        int here = (int) Math.min(count, each.remaining());
        each.limit(each.position() + here);
        reading.received.read(each);
        count -= here;
      }
    }
  }
}
