package io.cioagent.it.apps;

import java.io.IOException;
import org.glassfish.grizzly.ReadHandler;
import org.glassfish.grizzly.http.io.NIOInputStream;
import org.glassfish.grizzly.http.server.Response;

/** Reads the bytes as they come. */
final class NonBlockingHook implements ReadHandler {
  private final Hook hook;
  private final NIOInputStream in;
  private final Response response;
  private final Reading reading = new Reading();

  NonBlockingHook(Hook hook, NIOInputStream in, Response response) {
    this.hook = hook;
    this.in = in;
    this.response = response;
  }

  @Override
  public void onDataAvailable() throws IOException {
    if (hook.way.equals("nonblocking-some")) {
      byte[] few = new byte[10];
      reading.add(few, 0, in.read(few));
      finish();
    } else {
      readWhatIsThere();
      in.notifyAvailable(this);
    }
  }

  @Override
  public void onAllDataRead() throws IOException {
    readWhatIsThere();
    finish();
  }

  private void readWhatIsThere() throws IOException {
    byte[] buffer = new byte[900];
    while (in.isReady()) {
      reading.add(buffer, 0, in.read(buffer));
    }
  }

  private void finish() throws IOException {
    GrizzlyHandlerReceiverApp.answer(hook, reading, response);
    response.resume();
  }

  @Override
  public void onError(Throwable thrown) {
    Hook.observed(reading.note("thrown", thrown.getClass().getName()).reported());
    response.setStatus(500);
    response.resume();
  }
}
