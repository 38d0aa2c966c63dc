package io.cioagent.it.apps.habits.customerio;

import io.cioagent.it.apps.habits.Service;
import java.io.IOException;

/** Knows nothing of retries: an annotation above its method has a framework call it again. */
public class AnnotatedClient implements People {

  private final Service service;

  public AnnotatedClient(Service service) {
    this.service = service;
  }

  @Override
  public int identify(String id) {
    int status;
    try {
      status = service.call("PUT", service.track() + "/api/v1/customers/" + id);
    } catch (IOException e) {
      throw new IllegalStateException("could not reach Customer.io");
    }
    if (status >= 300) {
      throw new IllegalStateException("Customer.io refused");
    }
    return status;
  }
}
