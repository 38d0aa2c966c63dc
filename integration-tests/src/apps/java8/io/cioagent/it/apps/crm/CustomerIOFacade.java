package io.cioagent.it.apps.crm;

/** Found by its simple name. */
public class CustomerIOFacade {

  public String identify(String id) {
    return "facade " + id;
  }

  /** A nested class has a simple name of its own. */
  public static class CustomerIo_Events {
    public String track(String id, String event) {
      return id + event;
    }
  }
}
