package io.cioagent.it.apps;

import java.io.IOException;
import javax.servlet.AsyncContext;
import javax.servlet.AsyncEvent;
import javax.servlet.AsyncListener;
import javax.servlet.ReadListener;
import javax.servlet.ServletException;
import javax.servlet.ServletInputStream;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** The ways that answer after the servlet has returned. */
final class AsyncHook implements ReadListener {

  private final Hook hook;
  private final AsyncContext context;
  private final HttpServletResponse response;
  private final ServletInputStream in;
  private final Reading reading = new Reading();
  private boolean done;

  private AsyncHook(
      Hook hook, AsyncContext context, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    this.hook = hook;
    this.context = context;
    this.response = response;
    this.in = request.getInputStream();
  }

  static void start(Hook hook, HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    AsyncContext context = request.startAsync();
    switch (hook.way) {
      case "nonblocking":
      case "nonblocking-some":
        AsyncHook reader = new AsyncHook(hook, context, request, response);
        reader.in.setReadListener(reader);
        break;
      case "dispatch":
        new Thread(() -> context.dispatch("/dispatched/stream/" + hook.answer)).start();
        break;
      case "async-timeout":
        Reading read = new Reading();
        ServletReads.read("stream", request, read);
        context.addListener(new TimedOut(read));
        context.setTimeout(10);
        break;
      default:
        new Thread(() -> receive(hook, context, request, response)).start();
    }
  }

  private static void receive(
      Hook hook, AsyncContext context, HttpServletRequest request, HttpServletResponse response) {
    try {
      HookServlet.receive(hook, request, response);
    } catch (IOException | ServletException | RuntimeException thrown) {
      response.setStatus(500);
    } finally {
      context.complete();
    }
  }

  @Override
  public void onDataAvailable() throws IOException {
    byte[] buffer = new byte[hook.way.equals("nonblocking-some") ? 10 : 900];
    while (!done && in.isReady() && !in.isFinished()) {
      int n = in.read(buffer);
      if (n > 0) {
        reading.add(buffer, 0, n);
        if (hook.way.equals("nonblocking-some")) {
          finish();
        }
      }
    }
  }

  @Override
  public void onAllDataRead() throws IOException {
    if (!done) {
      finish();
    }
  }

  private void finish() throws IOException {
    done = true;
    HookServlet.answer(hook, reading, response);
    context.complete();
  }

  @Override
  public void onError(Throwable thrown) {
    Hook.observed(reading.note("thrown", thrown.getClass().getName()).reported());
    response.setStatus(500);
    context.complete();
  }

  /** Leaves it to the container what becomes of the request. */
  private static final class TimedOut implements AsyncListener {
    private final Reading reading;

    TimedOut(Reading reading) {
      this.reading = reading;
    }

    @Override
    public void onTimeout(AsyncEvent event) {
      reading.note("event", "timeout");
    }

    @Override
    public void onError(AsyncEvent event) {
      reading.note("event", "error");
    }

    @Override
    public void onComplete(AsyncEvent event) {
      Hook.observed(reading.note("event", "complete").reported());
    }

    @Override
    public void onStartAsync(AsyncEvent event) {}
  }
}
