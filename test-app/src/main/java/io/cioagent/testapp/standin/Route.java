package io.cioagent.testapp.standin;

import java.util.regex.Pattern;

/** The few requests the stand-in understands, under the names that the agent's metrics use. */
public enum Route {
  IDENTIFY("identify", "PUT", "/api/v1/customers/[^/]+"),
  TRACK("track", "POST", "/api/v1/customers/[^/]+/events"),
  TRACK_ANONYMOUS("track_anonymous", "POST", "/api/v1/events"),
  ADD_DEVICE("add_device", "PUT", "/api/v1/customers/[^/]+/devices"),
  SUPPRESS("suppress", "POST", "/api/v1/customers/[^/]+/suppress"),
  DELETE("delete", "DELETE", "/api/v1/customers/[^/]+"),
  SEND_EMAIL("send_email", "POST", "/v1/send/email"),
  OTHER("other", "", "");

  private final String operation;
  private final String method;
  private final Pattern path;

  Route(String operation, String method, String path) {
    this.operation = operation;
    this.method = method;
    this.path = Pattern.compile(path);
  }

  public String operation() {
    return operation;
  }

  /** The route of a request; the path is the raw one, in which an identifier holds no slash. */
  static Route of(String method, String rawPath) {
    for (Route route : values()) {
      if (route.method.equals(method) && route.path.matcher(rawPath).matches()) {
        return route;
      }
    }
    return OTHER;
  }
}
