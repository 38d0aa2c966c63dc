package io.cioagent.it.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Rows of the table: Jetty's client. */
final class JettyRows {

  private JettyRows() {}

  static LibraryVersion jetty(String version) {
    return jetty("jetty", "LibraryApp", version, "org.eclipse.jetty:jetty-client:" + version);
  }

  static LibraryVersion jettyHttp2(String version, String transport) {
    String app = jettyApi(version);
    List<String> coordinates =
        new ArrayList<>(
            List.of(
                "org.eclipse.jetty:jetty-client:" + version,
                "org.eclipse.jetty.http2:" + transport + ":" + version));
    if (app.equals("jetty9")) {
      // What negotiates HTTP/2 on Java 8; the other one is for later JDKs.
      coordinates.add("org.eclipse.jetty:jetty-alpn-openjdk8-client:" + version);
    }
    return jetty("jetty-http2", "Http2App", version, coordinates.toArray(String[]::new))
        .sources(app, app + "http2");
  }

  private static LibraryVersion jetty(
      String library, String app, String version, String... coordinates) {
    String api = jettyApi(version);
    Set<String> ways =
        Set.of(
            "sync",
            "async",
            "streamed",
            "output",
            "input",
            "unread",
            "kept",
            "relative",
            "authenticated",
            "idle",
            "proxy",
            "follow",
            "timeout",
            "start");
    // A logger that says nothing: standard error is the agent's.
    List<String> all =
        new ArrayList<>(
            List.of("org.slf4j:slf4j-nop:" + (api.equals("jetty9") ? "1.7.36" : "2.0.17")));
    all.addAll(List.of(coordinates));
    return LibraryVersion.of(
            library, version, "Jetty" + api.substring(5) + app, ways, all.toArray(String[]::new))
        .sources(api)
        .release(api.equals("jetty9") ? 8 : api.equals("jetty10") ? 11 : 17);
  }

  /** The folder of the application for that version's API. */
  private static String jettyApi(String version) {
    return version.startsWith("9.") ? "jetty9" : version.startsWith("12.") ? "jetty12" : "jetty10";
  }
}
