package io.cioagent.benchmarks.webhooks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;

/**
 * The receiver's process: says its port, and for each line on standard input how many bytes of heap
 * are left after a collection and the processor time so far, in nanoseconds.
 */
final class JettyReceiver {
  private JettyReceiver() {}

  /** Reads a body to its end, as receivers do. */
  static final class Hook extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      byte[] part = new byte[1024];
      int length = 0;
      try (InputStream in = request.getInputStream()) {
        for (int read = in.read(part); read >= 0; read = in.read(part)) {
          length += read;
        }
      }
      response.setStatus(length > 0 ? 200 : 400);
    }
  }

  public static void main(String[] args) throws Exception {
    Server server = new Server();
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    ServletContextHandler context = new ServletContextHandler();
    context.addServlet(new ServletHolder(new Hook()), "/hooks");
    server.setHandler(context);
    server.start();
    System.out.println("port " + connector.getLocalPort());
    BufferedReader commands =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    while (commands.readLine() != null) {
      System.gc();
      Runtime runtime = Runtime.getRuntime();
      System.out.println(
          "used "
              + (runtime.totalMemory() - runtime.freeMemory())
              + " "
              + ((com.sun.management.OperatingSystemMXBean)
                      ManagementFactory.getOperatingSystemMXBean())
                  .getProcessCpuTime());
    }
    server.stop();
  }
}
