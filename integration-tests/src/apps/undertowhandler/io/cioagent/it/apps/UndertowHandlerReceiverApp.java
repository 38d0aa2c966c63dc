package io.cioagent.it.apps;

import io.undertow.Undertow;
import io.undertow.io.Receiver;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.BlockingHandler;
import io.undertow.server.handlers.HttpContinueReadHandler;
import io.undertow.server.handlers.RequestBufferingHandler;
import io.undertow.server.handlers.error.SimpleErrorPageHandler;
import io.undertow.util.Headers;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;

/** Undertow's own handlers, without servlets. */
public final class UndertowHandlerReceiverApp extends ReceiverApp {

  /** Reads ahead and gives back what it read: the {@code wrapped} way. */
  private final HttpHandler buffering =
      new RequestBufferingHandler(new BlockingHandler(this::receive), 4);

  private final HttpHandler blocking = new BlockingHandler(this::receive);

  public static void main(String[] arguments) throws Exception {
    new UndertowHandlerReceiverApp().run();
  }

  @Override
  protected int start() throws Exception {
    Undertow server =
        Undertow.builder()
            .addHttpListener(
                0,
                "127.0.0.1",
                new HttpContinueReadHandler(new SimpleErrorPageHandler(this::route)))
            .build();
    server.start();
    return ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
  }

  private void route(HttpServerExchange exchange) throws Exception {
    Hook hook = Hook.of(exchange.getRequestURI());
    switch (hook.way) {
      case "nonblocking":
      case "nonblocking-some":
        new NonBlocking(hook, exchange).start();
        break;
      case "async":
        exchange.dispatch((Runnable) () -> new Thread(() -> receiveLater(exchange)).start());
        break;
      case "wrapped":
        buffering.handleRequest(exchange);
        break;
      default:
        blocking.handleRequest(exchange);
    }
  }

  private void receiveLater(HttpServerExchange exchange) {
    try {
      exchange.startBlocking();
      receive(exchange);
    } catch (IOException | RuntimeException thrown) {
      exchange.setStatusCode(500);
    } finally {
      exchange.endExchange();
    }
  }

  private void receive(HttpServerExchange exchange) throws IOException {
    Hook hook = Hook.of(exchange.getRequestURI());
    Reading reading = new Reading();
    try {
      if (hook.answer.equals("early")) {
        begin(hook, exchange);
        exchange.getOutputStream().write("early ".getBytes("US-ASCII"));
        exchange.getOutputStream().flush();
      }
      read(hook.way, exchange.getInputStream(), reading);
      hook.beforeAnswer();
    } catch (IOException | RuntimeException thrown) {
      Hook.observed(reading.note("thrown", thrown.getClass().getName()).reported());
      throw thrown;
    }
    String reported = reading.reported();
    Hook.observed(reported);
    begin(hook, exchange);
    if (!hook.isError()) {
      exchange.getOutputStream().write(reported.getBytes("US-ASCII"));
    }
  }

  private static void begin(Hook hook, HttpServerExchange exchange) {
    if (!exchange.isResponseStarted()) {
      exchange.setStatusCode(hook.status());
      if (!hook.isError()) {
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "text/plain");
      }
    }
  }

  private static void read(String way, InputStream in, Reading reading) throws IOException {
    switch (way) {
      case "single":
        for (int b = in.read(); b >= 0; b = in.read()) {
          reading.add(b);
        }
        break;
      case "all":
        pieces(in, reading, 0, 8192);
        reading.note("again", in.read(new byte[9]));
        break;
      case "some":
        byte[] few = new byte[10];
        reading.add(few, 0, Math.max(0, in.read(few)));
        break;
      case "none":
        break;
      default:
        pieces(in, reading, 3, 900);
    }
  }

  private static void pieces(InputStream in, Reading reading, int offset, int length)
      throws IOException {
    byte[] buffer = new byte[offset + length];
    for (int n = in.read(buffer, offset, length); n >= 0; n = in.read(buffer, offset, length)) {
      reading.add(buffer, offset, n);
    }
  }

  /** By the receiver that Undertow offers to handlers that must not block. */
  private static final class NonBlocking
      implements Receiver.PartialBytesCallback, Receiver.ErrorCallback {
    private final Hook hook;
    private final HttpServerExchange exchange;
    private final Reading reading = new Reading();
    private boolean done;

    NonBlocking(Hook hook, HttpServerExchange exchange) {
      this.hook = hook;
      this.exchange = exchange;
    }

    void start() {
      exchange.getRequestReceiver().receivePartialBytes(this, this);
    }

    @Override
    public void handle(HttpServerExchange ignored, byte[] message, boolean last) {
      if (done) {
        return;
      }
      boolean some = hook.way.equals("nonblocking-some");
      // How much comes at once is the network's affair.
      reading.add(message, 0, some ? Math.min(10, message.length) : message.length);
      if (last || some) {
        done = true;
        String reported = reading.reported();
        Hook.observed(reported);
        begin(hook, exchange);
        if (hook.isError()) {
          exchange.endExchange();
        } else {
          exchange.getResponseSender().send(reported);
        }
      }
    }

    @Override
    public void error(HttpServerExchange ignored, IOException thrown) {
      Hook.observed(reading.note("thrown", thrown.getClass().getName()).reported());
      exchange.setStatusCode(500);
      exchange.endExchange();
    }
  }
}
