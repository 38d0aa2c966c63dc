package io.cioagent.it.standin;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/**
 * Jetty with HTTP/2, in clear text or over TLS. The query string says what to answer: {@code
 * status=429}, {@code hold} until {@link #release} is called, {@code break} the stream, {@code
 * delivery=ID} as to a send.
 */
public final class Http2StandIn implements AutoCloseable {

  private final ServerConnector connector;
  private final String scheme;
  private final AtomicInteger received = new AtomicInteger();
  private final CountDownLatch released = new CountDownLatch(1);

  private Http2StandIn(String scheme, ServerConnector connector) {
    this.scheme = scheme;
    this.connector = connector;
  }

  /** Clear text: a client begins with HTTP/1.1 and asks to upgrade. */
  public static Http2StandIn clearText() {
    HttpConfiguration configuration = new HttpConfiguration();
    return started(
        "http",
        server ->
            new ServerConnector(
                server,
                new HttpConnectionFactory(configuration),
                new HTTP2CServerConnectionFactory(configuration)));
  }

  /** Over TLS, agreed on by ALPN. */
  public static Http2StandIn tls(Certificate certificate) {
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.addCustomizer(new SecureRequestCustomizer());
    SslContextFactory.Server tls = new SslContextFactory.Server();
    tls.setSslContext(certificate.serverSide());
    ALPNServerConnectionFactory alpn = new ALPNServerConnectionFactory();
    alpn.setDefaultProtocol(HttpVersion.HTTP_1_1.asString());
    return started(
        "https",
        server ->
            new ServerConnector(
                server,
                new SslConnectionFactory(tls, alpn.getProtocol()),
                alpn,
                new HTTP2ServerConnectionFactory(configuration),
                new HttpConnectionFactory(configuration)));
  }

  private static Http2StandIn started(String scheme, Function<Server, ServerConnector> connectors) {
    Server server = new Server();
    ServerConnector connector = connectors.apply(server);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    Http2StandIn standIn = new Http2StandIn(scheme, connector);
    server.setHandler(standIn.new Answers());
    try {
      server.start();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    return standIn;
  }

  /** The address of a host's root here, without a slash at its end. */
  public String at(String host) {
    return scheme + "://" + host + ":" + connector.getLocalPort();
  }

  public int received() {
    return received.get();
  }

  /** Lets the requests go on that asked to be held. */
  public void release() {
    released.countDown();
  }

  @Override
  public void close() {
    released.countDown();
    try {
      connector.getServer().stop();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private final class Answers extends Handler.Abstract {
    @Override
    public boolean handle(Request request, Response response, Callback callback)
        throws InterruptedException, IOException {
      received.incrementAndGet();
      String query = String.valueOf(request.getHttpURI().getQuery());
      if (query.equals("hold")) {
        released.await(20, TimeUnit.SECONDS);
      }
      if (query.equals("break")) {
        request.getConnectionMetaData().getConnection().getEndPoint().close();
        return true;
      }
      if (query.startsWith("status=")) {
        response.setStatus(Integer.parseInt(query.substring(7)));
      }
      // Whoever is still sending would have the stream taken away.
      Content.Source.consumeAll(request);
      String body =
          query.startsWith("delivery=")
              ? "{\"delivery_id\":\"" + query.substring(9) + "\"}\n"
              : "{}";
      response.write(true, ByteBuffer.wrap(body.getBytes(ISO_8859_1)), callback);
      return true;
    }
  }
}
