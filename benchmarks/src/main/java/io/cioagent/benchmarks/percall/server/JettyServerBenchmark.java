package io.cioagent.benchmarks.percall.server;

import java.io.IOException;
import java.io.InputStream;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.openjdk.jmh.annotations.Benchmark;

/** A servlet in Jetty 9.4. */
public class JettyServerBenchmark extends ServerBenchmark {

  private Server server;

  @Benchmark
  public int jettyServer() throws IOException {
    return send();
  }

  @Override
  int open() throws Exception {
    server = new Server();
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    ServletContextHandler context = new ServletContextHandler();
    context.addServlet(new ServletHolder(new ReadBody()), "/*");
    server.setHandler(context);
    server.start();
    return connector.getLocalPort();
  }

  @Override
  void close() throws Exception {
    server.stop();
  }

  private static final class ReadBody extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      byte[] part = new byte[1024];
      try (InputStream in = request.getInputStream()) {
        int read = in.read(part);
        while (read >= 0) {
          read = in.read(part);
        }
      }
      response.setStatus(200);
    }
  }
}
