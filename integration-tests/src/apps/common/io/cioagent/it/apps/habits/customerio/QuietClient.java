package io.cioagent.it.apps.habits.customerio;

import io.cioagent.it.apps.habits.Service;
import java.io.IOException;

/** An event more or less: nobody is told that it was lost. */
public class QuietClient {

  private final Service service;

  public QuietClient(Service service) {
    this.service = service;
  }

  /** Only the boolean tells. */
  public boolean track(String id, String event) {
    try {
      return post(id) < 300;
    } catch (IOException e) {
      return false;
    }
  }

  /** Nothing tells. */
  public void trackEvent(String id, String event) {
    try {
      post(id);
    } catch (IOException e) {
      // That is the habit.
    }
  }

  private int post(String id) throws IOException {
    return service.call("POST", service.track() + "/api/v1/customers/" + id + "/events");
  }
}
