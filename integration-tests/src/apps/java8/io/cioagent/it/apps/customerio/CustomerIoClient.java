package io.cioagent.it.apps.customerio;

import io.cioagent.it.apps.Wire;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Map;

/** The client of an ordinary shop, with the habits that lose or repeat what happened. */
public class CustomerIoClient {

  private static final int PATIENCE_MILLIS = 2_000;

  private final String base;

  public CustomerIoClient(String base) {
    this.base = base;
  }

  /** Non-2xx becomes an exception that no longer knows the status. */
  public void identify(String id, Map<String, Object> attributes) {
    try {
      if (Wire.call("PUT", base + "/api/v1/customers/" + id) >= 300) {
        throw new IllegalStateException("Customer.io refused " + attributes);
      }
    } catch (IOException e) {
      throw new IllegalArgumentException("could not reach Customer.io for " + id, e);
    }
  }

  /** Waits two seconds, and swallows whatever went wrong; only the boolean shows it. */
  public boolean track(String id, String event, Map<String, Object> data) {
    try {
      String address = base + "/api/v1/customers/" + id + "/events";
      return Wire.call("POST", address, PATIENCE_MILLIS) < 300;
    } catch (IOException e) {
      return data == null && event == null;
    }
  }

  /** Tries again while the service says that it is too much. */
  public int updateCustomer(String id, int attempts) throws IOException {
    int status = 0;
    for (int attempt = 0; attempt < attempts; attempt++) {
      status = Wire.call("PUT", base + "/api/v1/customers/" + id);
      if (status != 429) {
        return status;
      }
    }
    return status;
  }

  /** Fails before anything is sent. */
  public int addDevice(String id) {
    throw new IllegalArgumentException("no such platform for " + id);
  }

  /** Prepares its connection in the wrong order, so that nothing is ever asked. */
  public void suppress(String id) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection)
            URI.create(base + "/api/v1/customers/" + id + "/suppress").toURL().openConnection();
    connection.setRequestMethod("POST");
    connection.connect();
    connection.setDoOutput(true);
  }

  /** Lets the HTTP client's own exception through, with the address in its text. */
  public int unsuppress(String id) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection)
            URI.create(base + "/api/v1/customers/" + id + "/unsuppress").toURL().openConnection();
    connection.setReadTimeout(10_000);
    return connection.getInputStream().read();
  }

  /** Talks to a host that is not Customer.io as well, and last. */
  public int identifyUser(String id, String elsewhere) throws IOException {
    int status = Wire.call("PUT", base + "/api/v1/customers/" + id);
    Wire.call("GET", elsewhere);
    return status;
  }
}
