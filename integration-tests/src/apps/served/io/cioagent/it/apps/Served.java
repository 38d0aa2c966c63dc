package io.cioagent.it.apps;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.cioagent.it.apps.customerio.CustomerIoClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A service that sends to Customer.io while it serves a request; it knows no tracer. */
public final class Served {

  private final String base;
  private final HttpServer server;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  public Served(String base) throws IOException, InterruptedException {
    this.base = base;
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
      String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
      return answer.substring(answer.indexOf("\r\n\r\n") + 4);
    }
  }

  /** The same where nobody is served. */
  public String alone(String way) throws Exception {
    switch (way) {
      case "/urlconnection":
        return "" + Wire.call("PUT", base + "/api/v1/customers/5");
      case "/httpclient":
        return "" + http.send(request(), BodyHandlers.ofString()).statusCode();
      case "/httpclient-async":
        return ""
            + http.sendAsync(request(), BodyHandlers.ofString())
                .get(10, TimeUnit.SECONDS)
                .statusCode();
      case "/client":
        new CustomerIoClient(base).identify("5", Map.of());
        return "done";
      default:
        throw new IllegalArgumentException(way);
    }
  }

  private HttpRequest request() {
    return HttpRequest.newBuilder(URI.create(base + "/api/v1/customers/5"))
        .PUT(BodyPublishers.ofString("{}"))
        .build();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String said;
    try {
      said = alone(exchange.getRequestURI().getPath());
    } catch (Exception e) {
      said = Console.describe(e);
    }
    try (InputStream in = exchange.getRequestBody()) {
      in.readAllBytes();
    }
    byte[] body = said.getBytes(UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
