package io.cioagent.it.apps;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.cioagent.it.apps.customerio.WarCustomerIoClient;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.osgi.framework.AllServiceListener;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;

/** Calls Customer.io for each GET, and receives webhooks by POST, in a bundle. */
public final class ShopActivator implements BundleActivator {
  /** A service that Karaf registers when all its features are started. */
  private static final String KARAF_STARTED =
      "(objectClass=org.apache.karaf.features.BootFinished)";

  private HttpServer server;

  @Override
  public void start(BundleContext context) throws IOException, InvalidSyntaxException {
    int port = Integer.getInteger("shop.port");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext("/shop/", ShopActivator::answer);
    server.start();
    AllServiceListener opening = event -> System.out.println("The shop is open");
    context.addServiceListener(opening, KARAF_STARTED);
    if (context.getAllServiceReferences(null, KARAF_STARTED) != null) {
      System.out.println("The shop is open");
    }
  }

  @Override
  public void stop(BundleContext context) {
    server.stop(0);
  }

  private static void answer(HttpExchange exchange) throws IOException {
    byte[] answer = new byte[0];
    if (exchange.getRequestMethod().equals("GET")) {
      String base = exchange.getRequestURI().getQuery().substring("base=".length());
      int status = new WarCustomerIoClient(base).identify("5");
      answer = ("= " + status).getBytes(StandardCharsets.UTF_8);
    } else {
      byte[] unused = new byte[1024];
      InputStream body = exchange.getRequestBody();
      while (body.read(unused) >= 0) {
        // The content does not matter.
      }
    }
    exchange.sendResponseHeaders(200, answer.length == 0 ? -1 : answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }
}
