package io.cioagent.it.apps.habits.customerio;

import io.cioagent.it.apps.habits.Service;
import java.io.IOException;
import java.util.Optional;

/** The App API has a class of its own: other host, other credentials. */
public class ThinAppClient {

  private final Service service;

  public ThinAppClient(Service service) {
    this.service = service;
  }

  public int sendTransactionalEmail(String to) throws IOException {
    return service.call("POST", service.app() + "/v1/send/email");
  }

  public int triggerBroadcast(int broadcast) throws IOException {
    return service.call("POST", service.app() + "/v1/campaigns/" + broadcast + "/triggers");
  }

  /** Whoever is not known is no error to this client. */
  public Optional<String> attributes(String id) throws IOException {
    int status = service.call("GET", service.app() + "/v1/customers/" + id + "/attributes");
    return status == 404 ? Optional.empty() : Optional.of("" + status);
  }

  /** The same in a method that is an operation by its name. */
  public Optional<String> unsuppressCustomer(String id) throws IOException {
    return attributes(id);
  }
}
