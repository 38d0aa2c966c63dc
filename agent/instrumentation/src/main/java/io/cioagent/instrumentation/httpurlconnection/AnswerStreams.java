package io.cioagent.instrumentation.httpurlconnection;

import io.cioagent.core.call.AnswerBody;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.AroundAdapter;
import io.cioagent.instrumentation.EventAdapter;
import io.cioagent.instrumentation.LibraryObjects;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.nio.ByteBuffer;

/** The answers to sends that the application may read, by the stream that it reads. */
final class AnswerStreams {
  private final LibraryObjects<Progress> byStream = new LibraryObjects<>();

  /**
   * How far the application has read one answer. A stream that is reset gives the same bytes again.
   * Used by one thread at a time, as the stream itself.
   */
  static final class Progress {
    private final AnswerBody body;
    private long position;
    private long marked;
    private long passedOn;

    Progress(AnswerBody body) {
      this.body = body;
    }

    /** The application has read these bytes. */
    void read(ByteBuffer bytes) {
      int known = (int) Math.min(Math.max(passedOn - position, 0), bytes.remaining());
      position += bytes.remaining();
      passedOn = Math.max(passedOn, position);
      bytes.position(bytes.position() + known);
      body.read(bytes);
    }

    void mark() {
      marked = position;
    }

    void reset() {
      position = marked;
    }

    void end() {
      body.end();
    }
  }

  /** The application gets the stream, now or once more. */
  private void begin(InputStream stream, AnswerBody body) {
    if (byStream.get(stream) == null) {
      byStream.put(stream, new Progress(body));
    }
  }

  /** Null for any other answer. */
  private Progress find(InputStream stream) {
    return byStream.get(stream);
  }

  private void end(InputStream stream) {
    Progress progress = byStream.remove(stream);
    if (progress != null) {
      progress.end();
    }
  }

  /** The application gets the stream of an answer. */
  static final class Open extends EventAdapter.Two<HttpURLConnection, InputStream> {
    private final Connections connections;
    private final AnswerStreams streams;

    Open(Observer observer, Connections connections, AnswerStreams streams) {
      super(observer);
      this.connections = connections;
      this.streams = streams;
    }

    @Override
    protected void on(HttpURLConnection connection, InputStream stream) {
      AnswerBody body = connections.answerBody(connection);
      if (body != null && stream != null) {
        streams.begin(stream, body);
      }
    }
  }

  /** The application reads an answer. */
  static final class Read extends AroundAdapter.One<InputStream, Progress, ByteBuffer> {
    private final AnswerStreams streams;

    Read(Observer observer, AnswerStreams streams) {
      super(observer);
      this.streams = streams;
    }

    @Override
    protected Progress begin(InputStream stream) {
      return streams.find(stream);
    }

    @Override
    protected void end(Progress progress, ByteBuffer bytes, Throwable thrown) {
      if (bytes == null) {
        progress.end();
      } else {
        progress.read(bytes);
      }
    }
  }

  /** The application may want to read from here once more. */
  static final class Mark extends EventAdapter.One<InputStream> {
    private final AnswerStreams streams;

    Mark(Observer observer, AnswerStreams streams) {
      super(observer);
      this.streams = streams;
    }

    @Override
    protected void on(InputStream stream) {
      Progress progress = streams.find(stream);
      if (progress != null) {
        progress.mark();
      }
    }
  }

  /** The application is about to read once more what it has read since the mark. */
  static final class Reset extends EventAdapter.One<InputStream> {
    private final AnswerStreams streams;

    Reset(Observer observer, AnswerStreams streams) {
      super(observer);
      this.streams = streams;
    }

    @Override
    protected void on(InputStream stream) {
      Progress progress = streams.find(stream);
      if (progress != null) {
        progress.reset();
      }
    }
  }

  /** The application reads no more of an answer. */
  static final class Close extends EventAdapter.One<InputStream> {
    private final AnswerStreams streams;

    Close(Observer observer, AnswerStreams streams) {
      super(observer);
      this.streams = streams;
    }

    @Override
    protected void on(InputStream stream) {
      streams.end(stream);
    }
  }
}
