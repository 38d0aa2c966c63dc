package io.cioagent.it.receiver;

import io.cioagent.it.library.LibraryRows;
import io.cioagent.it.library.LibraryVersion;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Embedded Jetty 9.2 to 12.1. */
final class JettyReceiverRows {

  /** What a handler of 12 can do without servlets. */
  private static final Set<String> CORE =
      Set.of(
          "stream",
          "some",
          "none",
          "async",
          "nonblocking",
          "nonblocking-some",
          "continue",
          "error",
          "throws",
          "early");

  /**
   * 9.2 never closes a timed-out request without response; and if a body breaks off, it reports the
   * end of the body to the listener.
   */
  private static final Set<String> OLD =
      Stream.concat(
              ServletWays.ALL.stream().filter(way -> !way.equals("async-timeout")),
              Stream.of("takes-a-break-for-the-end"))
          .collect(Collectors.toUnmodifiableSet());

  private JettyReceiverRows() {}

  static Stream<Arguments> servlet() {
    return LibraryRows.lastOnEveryJdk(
        List.of(
            servlet("9.2.30.v20200428", OLD),
            servlet("9.4.58.v20250814"),
            servlet("10.0.26").release(11),
            servlet("11.0.26").release(11).jakarta()));
  }

  static Stream<Arguments> environments() {
    return LibraryRows.lastOnEveryJdk(
        List.of(
            ee(8, "12.0.33"),
            ee(9, "12.1.8").jakarta(),
            ee(10, "12.0.39").jakarta(),
            ee(11, "12.1.14").jakarta()));
  }

  static Stream<Arguments> core() {
    return LibraryRows.lastOnEveryJdk(List.of(core("12.0.39"), core("12.1.14")));
  }

  static List<LibraryVersion> http2() {
    String old = "9.4.58.v20250814";
    return List.of(
        row(
                "jetty http2",
                old,
                "JettyServletReceiverApp",
                ServletWays.ALL,
                "org.eclipse.jetty:jetty-servlet:" + old,
                "org.eclipse.jetty.http2:http2-server:" + old)
            .sources("servlet", "jettyserver", "jettyservlet")
            .options(ReceiverApplication.http2()),
        row(
                "jetty http2",
                "12.1.14",
                "JettyEe11ReceiverApp",
                ServletWays.ALL,
                "org.eclipse.jetty.ee11:jetty-ee11-servlet:12.1.14",
                "org.eclipse.jetty.http2:jetty-http2-server:12.1.14")
            .sources("servlet", "jettyserver", "jettyee11")
            .release(17)
            .jakarta()
            .options(ReceiverApplication.http2()));
  }

  private static LibraryVersion servlet(String version) {
    return servlet(version, ServletWays.ALL);
  }

  private static LibraryVersion servlet(String version, Set<String> ways) {
    return row(
            "jetty",
            version,
            "JettyServletReceiverApp",
            ways,
            "org.eclipse.jetty:jetty-servlet:" + version)
        .sources("servlet", "jettyserver", "jettyservlet");
  }

  private static LibraryVersion ee(int level, String version) {
    String group = "org.eclipse.jetty.ee" + level;
    return row(
            "jetty ee" + level,
            version,
            "JettyEe" + level + "ReceiverApp",
            ServletWays.ALL,
            group + ":jetty-ee" + level + "-servlet:" + version)
        .sources("servlet", "jettyserver", "jettyee" + level)
        .release(17);
  }

  private static LibraryVersion core(String version) {
    return row(
            "jetty core",
            version,
            "JettyCoreReceiverApp",
            CORE,
            "org.eclipse.jetty:jetty-server:" + version)
        .sources("jettyserver", "jettycore")
        .release(17);
  }

  private static LibraryVersion row(
      String library, String version, String app, Set<String> ways, String... coordinates) {
    // A logger that says nothing: standard error is the agent's.
    String logger = "org.slf4j:slf4j-nop:" + (version.startsWith("9.") ? "1.7.36" : "2.0.17");
    return LibraryVersion.of(
        library,
        version,
        app,
        ways,
        Stream.concat(Stream.of(logger), Stream.of(coordinates)).toArray(String[]::new));
  }
}
