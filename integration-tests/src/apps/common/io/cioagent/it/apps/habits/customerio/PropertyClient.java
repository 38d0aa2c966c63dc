package io.cioagent.it.apps.habits.customerio;

import io.cioagent.it.apps.habits.Service;
import java.io.IOException;

/** Knows only at the call where Customer.io is. */
public class PropertyClient {

  private final Service service;

  public PropertyClient(Service service) {
    this.service = service;
  }

  public int identify(String id) throws IOException {
    return service.call("PUT", System.getProperty("shop.crm.url") + "/api/v1/customers/" + id);
  }
}
