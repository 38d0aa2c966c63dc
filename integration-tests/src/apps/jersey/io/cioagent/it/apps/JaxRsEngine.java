package io.cioagent.it.apps;

import javax.ws.rs.client.Client;
import javax.ws.rs.client.ClientBuilder;
import org.glassfish.jersey.apache.connector.ApacheConnectorProvider;
import org.glassfish.jersey.apache5.connector.Apache5ConnectorProvider;
import org.glassfish.jersey.client.ClientConfig;
import org.glassfish.jersey.client.ClientProperties;

/** Jersey, on HttpURLConnection and on two of Apache's clients. */
final class JaxRsEngine {

  private JaxRsEngine() {}

  static String[] ways() {
    return new String[] {"sync", "async", "rx", "apache4", "apache5", "follow", "timeout"};
  }

  static Client client(String way, int readMillis) {
    ClientConfig config = new ClientConfig();
    config.property(ClientProperties.FOLLOW_REDIRECTS, way.equals("follow"));
    config.property(ClientProperties.READ_TIMEOUT, readMillis);
    if (way.equals("apache4")) {
      config.connectorProvider(new ApacheConnectorProvider());
    }
    if (way.equals("apache5")) {
      config.connectorProvider(new Apache5ConnectorProvider());
    }
    return ClientBuilder.newClient(config);
  }
}
