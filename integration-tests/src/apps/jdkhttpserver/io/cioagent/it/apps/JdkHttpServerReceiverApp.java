package io.cioagent.it.apps;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpContext;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;

/** The JDK's own server. */
public final class JdkHttpServerReceiverApp extends ReceiverApp {

  public static void main(String[] arguments) throws Exception {
    new JdkHttpServerReceiverApp().run();
  }

  @Override
  protected int start() throws Exception {
    return startServer();
  }

  static int startServer() throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    HttpContext context = server.createContext("/", JdkHttpServerReceiverApp::route);
    context.getFilters().add(new Answering());
    context.getFilters().add(new Streams());
    // Without a filter that makes an answer of what is thrown.
    server.createContext("/bare/", JdkHttpServerReceiverApp::route);
    server.start();
    awaitAgent();
    return server.getAddress().getPort();
  }

  /**
   * It does not keep a server waiting for longer than a moment, which a busy machine may exceed.
   */
  private static void awaitAgent() throws InterruptedException {
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().equals("customerio-agent-weave")) {
        thread.join();
      }
    }
  }

  private static void route(HttpExchange exchange) throws IOException {
    if (Hook.of(exchange.getRequestURI().getPath()).way.equals("async")) {
      new Thread(() -> receiveLater(exchange)).start();
    } else {
      receive(exchange);
    }
  }

  private static void receiveLater(HttpExchange exchange) {
    try {
      try {
        receive(exchange);
      } catch (RuntimeException thrown) {
        answer(exchange, 500, "on purpose".getBytes("US-ASCII"), false);
      }
    } catch (IOException thrown) {
      exchange.close();
    }
  }

  private static void receive(HttpExchange exchange) throws IOException {
    Hook hook = Hook.of(exchange.getRequestURI().getPath());
    Reading reading = new Reading();
    boolean early = hook.answer.equals("early");
    try {
      if (early) {
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write("early ".getBytes("US-ASCII"));
        exchange.getResponseBody().flush();
      }
      read(hook.way, exchange.getRequestBody(), reading);
      hook.beforeAnswer();
    } catch (IOException | RuntimeException thrown) {
      Hook.observed(reading.note("thrown", thrown.getClass().getName()).reported());
      throw thrown;
    }
    String reported = reading.reported();
    Hook.observed(reported);
    answer(exchange, hook.status(), reported.getBytes("US-ASCII"), early);
  }

  private static void answer(HttpExchange exchange, int status, byte[] body, boolean begun)
      throws IOException {
    boolean empty = status == 204;
    if (!begun) {
      exchange.getResponseHeaders().set("Content-Type", "text/plain");
      exchange.sendResponseHeaders(status, empty ? -1 : body.length);
    }
    if (!empty) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
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

  /** The server itself would close the connection. */
  private static final class Answering extends Filter {

    @Override
    public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
      try {
        chain.doFilter(exchange);
      } catch (RuntimeException thrown) {
        answer(exchange, 500, "on purpose".getBytes("US-ASCII"), false);
      }
    }

    @Override
    public String description() {
      return "answers what is thrown";
    }
  }

  /** Puts streams of its own around the server's on two of the ways. */
  private static final class Streams extends Filter {

    @Override
    public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
      String way = Hook.of(exchange.getRequestURI().getPath()).way;
      if (way.equals("wrapped")) {
        exchange.setStreams(new BufferedInputStream(exchange.getRequestBody()), null);
      } else if (way.equals("copied")) {
        exchange.setStreams(new ByteArrayInputStream(copy(exchange.getRequestBody())), null);
      }
      chain.doFilter(exchange);
    }

    private static byte[] copy(InputStream in) throws IOException {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      byte[] buffer = new byte[2000];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        all.write(buffer, 0, n);
      }
      return all.toByteArray();
    }

    @Override
    public String description() {
      return "streams";
    }
  }
}
