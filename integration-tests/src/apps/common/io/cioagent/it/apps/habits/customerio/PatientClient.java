package io.cioagent.it.apps.habits.customerio;

import io.cioagent.it.apps.habits.Service;
import java.io.IOException;

/** Has a loop of its own for when the service says that it is too much. */
public class PatientClient {

  private static final int MOST = 5;

  private final Service service;

  public PatientClient(Service service) {
    this.service = service;
  }

  public int identify(String id) throws IOException {
    int status = 429;
    for (int attempt = 0; attempt < MOST && status == 429; attempt++) {
      status = service.call("PUT", service.track() + "/api/v1/customers/" + id);
    }
    return status;
  }
}
