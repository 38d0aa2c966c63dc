package io.cioagent.it.apps;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.glassfish.grizzly.EmptyCompletionHandler;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;

/** Grizzly's own handlers, without servlets. */
public final class GrizzlyHandlerReceiverApp extends ReceiverApp {

  public static void main(String[] arguments) throws Exception {
    new GrizzlyHandlerReceiverApp().run();
  }

  @Override
  protected int start() throws Exception {
    EmbeddedGrizzly grizzly = new EmbeddedGrizzly();
    grizzly
        .server()
        .getServerConfiguration()
        .addHttpHandler(
            new HttpHandler() {
              @Override
              public void service(Request request, Response response) throws Exception {
                route(Hook.of(request.getRequestURI()), request, response);
              }
            },
            "/");
    return grizzly.start();
  }

  private static void route(Hook hook, Request request, Response response) throws IOException {
    switch (hook.way) {
      case "nonblocking":
      case "nonblocking-some":
        response.suspend();
        request
            .getNIOInputStream()
            .notifyAvailable(new NonBlockingHook(hook, request.getNIOInputStream(), response));
        break;
      case "async":
        response.suspend();
        new Thread(() -> receiveLater(hook, request, response)).start();
        break;
      case "async-timeout":
        Reading reading = new Reading();
        GrizzlyReads.read("stream", request, reading);
        response.suspend(10, TimeUnit.MILLISECONDS, new TimedOut(reading, response));
        break;
      default:
        receive(hook, request, response);
    }
  }

  private static void receiveLater(Hook hook, Request request, Response response) {
    try {
      receive(hook, request, response);
    } catch (IOException | RuntimeException thrown) {
      response.setStatus(500);
    } finally {
      response.resume();
    }
  }

  private static void receive(Hook hook, Request request, Response response) throws IOException {
    Reading reading = new Reading();
    try {
      if (hook.answer.equals("early")) {
        begin(hook, response);
        response.getOutputStream().write("early ".getBytes("US-ASCII"));
        response.getOutputStream().flush();
      }
      GrizzlyReads.read(hook.way, request, reading);
      hook.beforeAnswer();
    } catch (IOException | RuntimeException thrown) {
      Hook.observed(reading.note("thrown", thrown.getClass().getName()).reported());
      throw thrown;
    }
    answer(hook, reading, response);
  }

  static void answer(Hook hook, Reading reading, Response response) throws IOException {
    String reported = reading.reported();
    Hook.observed(reported);
    if (hook.isError()) {
      response.sendError(hook.status(), "on purpose");
      return;
    }
    begin(hook, response);
    if (hook.status() != 204) {
      response.getOutputStream().write(reported.getBytes("US-ASCII"));
    }
  }

  private static void begin(Hook hook, Response response) {
    if (!response.isCommitted()) {
      response.setStatus(hook.status());
      response.setContentType("text/plain");
    }
  }

  /** Grizzly itself leaves the request to the application. */
  private static final class TimedOut extends EmptyCompletionHandler<Response> {
    private final Reading reading;
    private final Response response;

    TimedOut(Reading reading, Response response) {
      this.reading = reading;
      this.response = response;
    }

    @Override
    public void cancelled() {
      response.setStatus(500);
      response.finish();
      Hook.observed(reading.note("event", "cancelled").reported());
    }
  }
}
