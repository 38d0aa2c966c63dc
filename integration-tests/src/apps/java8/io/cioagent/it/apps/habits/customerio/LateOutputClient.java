package io.cioagent.it.apps.habits.customerio;

import io.cioagent.it.apps.Secrets;
import io.cioagent.it.apps.habits.Service;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URL;

/** Says that it wants to send something once the connection stands, which is too late. */
public class LateOutputClient {

  private final Service service;

  public LateOutputClient(Service service) {
    this.service = service;
  }

  public int identify(String id) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection) new URL(service.track() + "/api/v1/customers/" + id).openConnection();
    connection.setRequestMethod("PUT");
    connection.setRequestProperty("Authorization", Secrets.BASIC);
    connection.connect();
    connection.setDoOutput(true);
    return connection.getResponseCode();
  }
}
