package io.cioagent.it.apps;

import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.http2.client.HTTP2Client;
import org.eclipse.jetty.http2.client.http.HttpClientTransportOverHTTP2;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** The same over HTTP/2, in clear text and within TLS. */
public final class Jetty9Http2App extends Jetty9LibraryApp {

  private Jetty9Http2App() throws Exception {
    super(
        new HttpClient(
            new HttpClientTransportOverHTTP2(new HTTP2Client()), new SslContextFactory()));
  }

  public static void main(String[] arguments) throws Exception {
    new Jetty9Http2App().start(arguments);
  }
}
