package io.cioagent.instrumentation.unsupported;

/** An HTTP library that the agent does not observe, by a class that loads when it is used. */
public enum UnsupportedLibrary {
  AKKA_HTTP_CLIENT(
      "akka-http-client",
      "Akka HTTP's client",
      Role.CLIENT,
      "akka.http.impl.engine.client.OutgoingConnectionBlueprint$"),
  AKKA_HTTP_SERVER(
      "akka-http-server",
      "Akka HTTP's server",
      Role.SERVER,
      "akka.http.impl.engine.server.HttpServerBluePrint$ControllerStage"),
  ARMERIA_SERVER(
      "armeria-server",
      "Armeria's server",
      Role.SERVER,
      "com.linecorp.armeria.server.Http1RequestDecoder"),
  NANOHTTPD("nanohttpd", "NanoHTTPD", Role.SERVER, "fi.iki.elonen.NanoHTTPD$HTTPSession"),
  OPEN_LIBERTY(
      "open-liberty",
      "Open Liberty's server",
      Role.SERVER,
      "com.ibm.ws.http.dispatcher.internal.channel.HttpDispatcherLink"),
  PEKKO_HTTP_CLIENT(
      "pekko-http-client",
      "Pekko HTTP's client",
      Role.CLIENT,
      "org.apache.pekko.http.impl.engine.client.OutgoingConnectionBlueprint$"),
  PEKKO_HTTP_SERVER(
      "pekko-http-server",
      "Pekko HTTP's server",
      Role.SERVER,
      "org.apache.pekko.http.impl.engine.server.HttpServerBluePrint$ControllerStage");

  private enum Role {
    CLIENT("requests to Customer.io that it sends"),
    SERVER("webhooks that it receives");

    private final String lost;

    Role(String lost) {
      this.lost = lost;
    }
  }

  private final String label;
  private final String title;
  private final Role role;
  private final String className;

  UnsupportedLibrary(String label, String title, Role role, String className) {
    this.label = label;
    this.title = title;
    this.role = role;
    this.className = className;
  }

  /**
   * The library of a class.
   *
   * @param className that of one library
   */
  public static UnsupportedLibrary of(String className) {
    for (UnsupportedLibrary each : values()) {
      if (each.className.equals(className)) {
        return each;
      }
    }
    throw new IllegalArgumentException(className);
  }

  /** The name in metrics and on pages. */
  public String label() {
    return label;
  }

  /** The class whose loading shows that the library is used. */
  public String className() {
    return className;
  }

  /** What is not counted. */
  public String lost() {
    return role.lost + " are not counted";
  }

  /** Describes a library that is used, in one line. */
  public String description() {
    return title
        + " runs in this JVM and is not observed: "
        + lost()
        + ". See \"Not observed\" in docs/observed.md.";
  }
}
