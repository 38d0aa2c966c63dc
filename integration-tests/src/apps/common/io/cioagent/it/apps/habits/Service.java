package io.cioagent.it.apps.habits;

import java.io.IOException;

/** Where the three APIs are, and what they are called with. */
public final class Service {

  private static final String BODY =
      "{\"email\":\"robin.vale@example.net\",\"writeKey\":\"key-invented-9f3c77\"}";

  private final Transport transport;
  private final String track;
  private final String app;
  private final String pipelines;

  public Service(Transport transport, String track, String app, String pipelines) {
    this.transport = transport;
    this.track = track;
    this.app = app;
    this.pipelines = pipelines;
  }

  public String track() {
    return track;
  }

  public String app() {
    return app;
  }

  public String pipelines() {
    return pipelines;
  }

  /** The status of one request; a body goes with those that take one. */
  public int call(String method, String address) throws IOException {
    return transport.send(method, address, method.startsWith("P") ? BODY : null);
  }
}
