package io.cioagent.it.apps;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.cioagent.it.apps.customerio.CustomerIoClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Collections;
import java.util.concurrent.TimeUnit;

/** A service that sends to Customer.io while it serves a request; it knows no tracer. */
public final class Served {

  private final String base;
  private final HttpServer server;
  private final ServedRequests requests;

  public Served(String base) throws IOException, InterruptedException {
    this.base = base;
    requests = new ServedRequests(base + "/api/v1/customers/5");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    // Its thread is a daemon as the one that starts it is: it must not keep the JVM.
    Thread starter = new Thread(server::start);
    starter.setDaemon(true);
    starter.start();
    starter.join();
  }

  /** Asks this service for something, over a bare socket that nobody traces. */
  public String get(String way) throws IOException {
    try (Socket socket =
        new Socket(server.getAddress().getAddress(), server.getAddress().getPort())) {
      OutputStream out = socket.getOutputStream();
      out.write(
          ("GET " + way + " HTTP/1.1\r\nHost: shop\r\nConnection: close\r\n\r\n").getBytes(UTF_8));
      out.flush();
      String answer = new String(all(socket.getInputStream()), UTF_8);
      return answer.substring(answer.indexOf("\r\n\r\n") + 4);
    }
  }

  /** The same where nobody is served. */
  public String alone(String way) throws Exception {
    switch (way) {
      case "/urlconnection":
        return "" + Wire.call("PUT", base + "/api/v1/customers/5");
      case "/httpclient":
        return "" + requests.send();
      case "/httpclient-async":
        return "" + requests.begin().get(10, TimeUnit.SECONDS);
      case "/client":
        new CustomerIoClient(base).identify("5", Collections.emptyMap());
        return "done";
      default:
        throw new IllegalArgumentException(way);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    String said;
    try {
      said = alone(exchange.getRequestURI().getPath());
    } catch (Exception e) {
      said = Console.describe(e);
    }
    try (InputStream in = exchange.getRequestBody()) {
      all(in);
    }
    byte[] body = said.getBytes(UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static byte[] all(InputStream in) throws IOException {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    byte[] some = new byte[1024];
    for (int count = in.read(some); count >= 0; count = in.read(some)) {
      read.write(some, 0, count);
    }
    return read.toByteArray();
  }
}
