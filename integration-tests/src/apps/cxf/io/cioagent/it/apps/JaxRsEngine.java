package io.cioagent.it.apps;

import javax.ws.rs.client.Client;
import javax.ws.rs.client.ClientBuilder;

/**
 * CXF: 3 on HttpURLConnection, 4 on java.net.http. It follows redirects itself, above these: each
 * is a request of its own to whoever looks below.
 */
final class JaxRsEngine {

  private JaxRsEngine() {}

  static String[] ways() {
    return new String[] {"sync", "async", "rx", "timeout"};
  }

  static Client client(String way, int readMillis) {
    Client client = ClientBuilder.newClient();
    if (readMillis > 0) {
      client.property("http.receive.timeout", (long) readMillis);
    }
    return client;
  }
}
