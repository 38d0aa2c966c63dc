package io.cioagent.it.apps.habits.customerio;

import io.cioagent.it.apps.habits.Service;
import java.io.IOException;

/** Joins its addresses by hand, and encodes nothing. */
public class JoinedClient {

  private final Service service;

  public JoinedClient(Service service) {
    this.service = service;
  }

  /** As it should be, but for the encoding. */
  public int identify(String id) throws IOException {
    return service.call("PUT", service.track() + "/api/v1/customers/" + id);
  }

  /** A slash is missing within the path. */
  public int identifyUser(String id) throws IOException {
    return service.call("PUT", service.track() + "/api/v1/customers" + id);
  }

  /** A slash too many. */
  public int updateCustomer(String id) throws IOException {
    return service.call("PUT", service.track() + "//api/v1/customers/" + id);
  }

  /** A slash is missing after the host, so that nobody can be asked. */
  public int upsertCustomer(String id) throws IOException {
    return service.call("PUT", service.track() + "api/v1/customers/" + id);
  }

  /** The same without any of the names that are operations. */
  public int put(String rest) throws IOException {
    return service.call("PUT", service.track() + rest);
  }
}
