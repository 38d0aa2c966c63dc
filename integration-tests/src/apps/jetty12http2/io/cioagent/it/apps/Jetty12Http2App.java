package io.cioagent.it.apps;

import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.http2.client.HTTP2Client;
import org.eclipse.jetty.http2.client.transport.HttpClientTransportOverHTTP2;

/** The same over HTTP/2, in clear text and within TLS. */
public final class Jetty12Http2App extends Jetty12LibraryApp {

  private Jetty12Http2App() throws Exception {
    super(new HttpClient(new HttpClientTransportOverHTTP2(new HTTP2Client())));
  }

  public static void main(String[] arguments) throws Exception {
    new Jetty12Http2App().start(arguments);
  }
}
