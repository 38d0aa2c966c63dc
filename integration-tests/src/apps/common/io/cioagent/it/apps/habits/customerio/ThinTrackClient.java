package io.cioagent.it.apps.habits.customerio;

import io.cioagent.it.apps.habits.Service;
import java.io.IOException;
import java.util.Map;

/** A line for each call of the Track API; its callers look at the status. */
public class ThinTrackClient {

  private final Service service;

  public ThinTrackClient(Service service) {
    this.service = service;
  }

  public int updateCustomer(String id, Map<String, Object> traits) throws IOException {
    return put("/" + id);
  }

  public int sendEvent(String id, String name, Map<String, Object> data) throws IOException {
    return service.call("POST", service.track() + "/api/v1/customers/" + id + "/events");
  }

  public int putTraits(String id, Map<String, Object> traits) throws IOException {
    return put("/" + id);
  }

  public int postUserEvent(String id, String name) throws IOException {
    return service.call("POST", service.track() + "/api/v1/customers/" + id + "/events");
  }

  public int send(String path, String method, String body) throws IOException {
    return service.call(method, service.track() + path);
  }

  /** Not the name of an operation; the HTTP library follows where the service sends it. */
  public int region() throws IOException {
    return service.call("GET", service.track() + "/api/v1/accounts/region");
  }

  /** Asks for the region first: two requests, the first of them may be redirected. */
  public int upsertCustomer(String id) throws IOException {
    return region() < 300 ? put("/" + id) : 0;
  }

  private int put(String rest) throws IOException {
    return service.call("PUT", service.track() + "/api/v1/customers" + rest);
  }
}
