package io.cioagent.it.apps;

import java.util.concurrent.TimeUnit;
import javax.ws.rs.client.Client;
import javax.ws.rs.client.ClientBuilder;
import org.jboss.resteasy.client.jaxrs.ResteasyClientBuilder;

/** RESTEasy on Apache HttpClient 4. */
final class JaxRsEngine {

  private JaxRsEngine() {}

  static String[] ways() {
    return new String[] {"sync", "async", "rx", "follow", "timeout"};
  }

  static Client client(String way, int readMillis) {
    ResteasyClientBuilder builder = (ResteasyClientBuilder) ClientBuilder.newBuilder();
    builder.connectionPoolSize(40);
    builder.setFollowRedirects(way.equals("follow"));
    if (readMillis > 0) {
      builder.readTimeout(readMillis, TimeUnit.MILLISECONDS);
    }
    return builder.build();
  }
}
