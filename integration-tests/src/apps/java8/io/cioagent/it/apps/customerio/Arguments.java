package io.cioagent.it.apps.customerio;

import java.util.Map;
import java.util.UUID;

/** Client methods that take the user's id in each of the forms that count as one. */
public class Arguments {

  /** Never sends anything; what is passed is all that matters. */
  public String identify(String id) {
    return "string " + id;
  }

  public String updateCustomer(Map<String, Object> data, Long id) {
    return "long " + id + data.size();
  }

  public String createOrUpdateCustomer(Integer id) {
    return "integer " + id;
  }

  public String upsertCustomer(UUID id) {
    return "uuid " + id;
  }

  public String identifyUser(Object first, String id) {
    return "second " + first + id;
  }

  public String addOrUpdateCustomer() {
    return "none";
  }

  public String track(String id, String event, Map<String, Object> data) {
    return "event " + id + event + data.size();
  }

  /** The id is a number, so the first string is the event's name. */
  public String trackEvent(long id, String event) {
    return "event " + id + event;
  }

  /** A static method is no instance method. */
  public static String suppress(String id) {
    return "static " + id;
  }

  /** Nor is this one public. */
  String unsuppress(String id) {
    return "package " + id;
  }

  public String hidden(String id) {
    return unsuppress(id);
  }
}
