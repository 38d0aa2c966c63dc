package io.cioagent.instrumentation.okhttp;

import io.cioagent.core.observe.AnswerBody;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import java.io.IOException;
import java.io.OutputStream;
import okio.Buffer;

/** The application reads an answer, or the client lets the rest of it pass. */
public final class ReadAdapter extends Adapter {

  public ReadAdapter(Observer observer) {
    super(observer, "okhttp");
  }

  /** Bytes of an answer, at the end of a buffer. */
  private static final class Read extends OutputStream {
    final AnswerBody body;
    final Buffer sink;

    Read(AnswerBody body, Buffer sink) {
      this.body = body;
      this.sink = sink;
    }

    /** Not by a copy of the buffer, which would share its memory. */
    void tell(long count) throws IOException {
      sink.copyTo(this, sink.size() - count, count);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      body.read(bytes, offset, length);
    }

    @Override
    public void write(int one) {
      body.read(one);
    }
  }

  @Override
  public Object enter(Object source, Object sink, Object unused) {
    AnswerBody body = Sources.find(source);
    return body == null ? null : new Read(body, (Buffer) sink);
  }

  @Override
  public void exit(Object scope, Object count, Throwable thrown) {
    Read read = (Read) scope;
    if ((Long) count < 0) {
      read.body.end();
      return;
    }
    try {
      read.tell((Long) count);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
