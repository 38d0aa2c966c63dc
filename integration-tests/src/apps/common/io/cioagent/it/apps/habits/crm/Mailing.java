package io.cioagent.it.apps.habits.crm;

import io.cioagent.it.apps.habits.Service;
import java.io.IOException;
import java.util.Map;

/** Method names of its author's own. */
public class Mailing {

  private final Service service;

  public Mailing(Service service) {
    this.service = service;
  }

  public int putTraits(String id, Map<String, Object> traits) throws IOException {
    return service.call("PUT", service.track() + "/api/v1/customers/" + id);
  }

  public int postUserEvent(String id, String name) throws IOException {
    return service.call("POST", service.track() + "/api/v1/customers/" + id + "/events");
  }

  /** The setting makes this one an operation of its own. */
  public int send(String path, String method, String body) throws IOException {
    return service.call(method, service.track() + path);
  }
}
