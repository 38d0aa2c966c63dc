package io.cioagent.it.apps.habits.customerio;

import io.cioagent.it.apps.habits.Service;
import java.io.IOException;

/** The write key travels in the header, in the body, and here even in the path. */
public class PipelinesClient {

  private final Service service;

  public PipelinesClient(Service service) {
    this.service = service;
  }

  public int identify(String id) throws IOException {
    return service.call("POST", service.pipelines() + "/v1/identify");
  }

  public int settings(String writeKey) throws IOException {
    return service.call("GET", service.pipelines() + "/v1/projects/" + writeKey + "/settings");
  }
}
