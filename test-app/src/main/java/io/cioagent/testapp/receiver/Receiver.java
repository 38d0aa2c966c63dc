package io.cioagent.testapp.receiver;

import java.io.Closeable;
import java.io.IOException;
import java.io.PrintStream;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The shop's web server, of which only the webhook receiver is left here. */
public final class Receiver implements Closeable {

  public static final String PATH = "/hooks/customerio";

  /** One for a slow event, and two or three for Jetty itself. */
  private static final int MOST_THREADS = 16;

  private final ReceiverLog log = new ReceiverLog();
  private final Server server;
  private final ServerConnector connector;

  /**
   * Starts at once, on a free loopback port.
   *
   * @param slowMillis how long a slow event takes; longer than Customer.io waits
   * @param steady whether every event succeeds at once
   */
  public Receiver(String signingKey, long slowMillis, boolean steady, PrintStream out)
      throws IOException {
    silenceJetty();
    QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS);
    threads.setName("receiver");
    threads.setDaemon(true);
    server = new Server(threads);
    connector = new ServerConnector(server, 1, 1);
    // By address, not by name: under a hosts file not even localhost need be resolvable.
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    ServletContextHandler context = new ServletContextHandler();
    context.setContextPath("/");
    SignatureCheck signatures = new SignatureCheck(signingKey);
    context.addServlet(
        new ServletHolder(
            new WebhookServlet(signatures, new FailurePlan(steady), slowMillis, log, out)),
        PATH);
    server.setHandler(context);
    try {
      server.start();
    } catch (Exception e) {
      throw new IOException("the receiver does not start", e);
    }
  }

  public int port() {
    return connector.getLocalPort();
  }

  public ReceiverLog log() {
    return log;
  }

  /** Returns when no request is in progress. */
  @Override
  public void close() throws IOException {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IOException("the receiver does not stop", e);
    }
  }

  /** Otherwise Jetty prints its start and each exception to standard error. */
  private static void silenceJetty() {
    if (System.getProperty("org.eclipse.jetty.LEVEL") == null) {
      System.setProperty("org.eclipse.jetty.LEVEL", "OFF");
      System.setProperty("org.eclipse.jetty.util.log.announce", "false");
    }
  }
}
