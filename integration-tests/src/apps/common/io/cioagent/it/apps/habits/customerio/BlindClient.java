package io.cioagent.it.apps.habits.customerio;

import io.cioagent.it.apps.habits.Service;
import java.io.IOException;

/** Whatever went wrong becomes the same exception, which knows nothing. */
public class BlindClient {

  private final Service service;

  public BlindClient(Service service) {
    this.service = service;
  }

  public void identify(String id) {
    try {
      if (service.call("PUT", service.track() + "/api/v1/customers/" + id) != 200) {
        throw new IOException("not 200");
      }
    } catch (IOException e) {
      throw new RuntimeException("Customer.io call failed");
    }
  }
}
