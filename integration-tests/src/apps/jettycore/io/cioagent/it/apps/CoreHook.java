package io.cioagent.it.apps;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** One request to a handler of Jetty 12. */
final class CoreHook {

  private final Hook hook;
  private final Request request;
  private final Response response;
  private final Callback callback;
  private final Reading reading = new Reading();

  CoreHook(Request request, Response response, Callback callback) {
    this.hook = Hook.of(request.getHttpURI().getPath());
    this.request = request;
    this.response = response;
    this.callback = callback;
  }

  void receiveOrFail() {
    try {
      receive();
    } catch (IOException | RuntimeException thrown) {
      callback.failed(thrown);
    }
  }

  void receive() throws IOException {
    try {
      if (hook.answer.equals("early")) {
        response.setStatus(200);
        Content.Sink.write(response, false, ByteBuffer.wrap(new byte[] {'e', ' '}));
      }
      read();
      hook.beforeAnswer();
    } catch (IOException | RuntimeException thrown) {
      failed(thrown);
      throw thrown;
    }
    answer();
  }

  private void failed(Throwable thrown) {
    Hook.observed(reading.note("thrown", thrown.getClass().getName()).reported());
  }

  private void read() throws IOException {
    if (hook.way.equals("none")) {
      return;
    }
    byte[] buffer = new byte[hook.way.equals("some") ? 10 : 900];
    InputStream in = Content.Source.asInputStream(request);
    for (int n = in.read(buffer); n >= 0; n = hook.way.equals("some") ? -1 : in.read(buffer)) {
      reading.add(buffer, 0, n);
    }
  }

  /** Reads what is there, and goes on once there is more. */
  void demanded() {
    while (true) {
      Content.Chunk chunk = request.read();
      if (chunk == null) {
        request.demand(this::demanded);
        return;
      }
      if (Content.Chunk.isFailure(chunk)) {
        failed(chunk.getFailure());
        callback.failed(chunk.getFailure());
        return;
      }
      boolean some = hook.way.equals("nonblocking-some");
      byte[] bytes = new byte[some ? Math.min(10, chunk.remaining()) : chunk.remaining()];
      chunk.getByteBuffer().get(bytes);
      reading.add(bytes, 0, bytes.length);
      chunk.release();
      if (chunk.isLast() || some) {
        answer();
        return;
      }
    }
  }

  private void answer() {
    String reported = reading.reported();
    Hook.observed(reported);
    if (hook.isError()) {
      Response.writeError(request, response, callback, hook.status(), "on purpose");
    } else {
      response.setStatus(hook.status());
      Content.Sink.write(response, true, reported, callback);
    }
  }
}
