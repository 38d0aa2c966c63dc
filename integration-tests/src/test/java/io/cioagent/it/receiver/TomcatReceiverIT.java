package io.cioagent.it.receiver;

import io.cioagent.it.library.LibraryRows;
import io.cioagent.it.library.LibraryVersion;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Embedded Tomcat 8.5 to 11. */
@ParameterizedClass(name = "{1} on {0}")
@MethodSource("rows")
class TomcatReceiverIT extends ReceiverCases {

  /** Standard error is the agent's. */
  private static final String SILENT = "-Djava.util.logging.config.file=/dev/null";

  /** Without blocking, these give more bytes than came where a body breaks off. */
  private static final Set<String> MAKE_UP_BYTES = Set.of("8.5.50", "9.0.1");

  static Stream<Arguments> rows() {
    return LibraryRows.lastOnEveryJdk(
        List.of(
            tomcat("8.5.0", "org.apache.tomcat.embed:tomcat-embed-logging-juli:8.5.0"),
            tomcat("8.5.100"),
            tomcat("9.0.123"),
            tomcat("10.1.59").release(11).jakarta(),
            tomcat("11.0.27").release(17).jakarta()));
  }

  static List<LibraryVersion> http2() {
    return List.of(
        row("tomcat http2", "9.0.123").options(http2(SILENT)),
        row("tomcat http2", "11.0.27").release(17).jakarta().options(http2(SILENT)));
  }

  private static LibraryVersion tomcat(String version, String... more) {
    return row("tomcat", version, more);
  }

  /** The oldest needs more than it says. */
  private static LibraryVersion row(String library, String version, String... more) {
    List<String> coordinates =
        Stream.concat(
                Stream.of("org.apache.tomcat.embed:tomcat-embed-core:" + version), Stream.of(more))
            .toList();
    return LibraryVersion.of(
            library,
            version,
            "TomcatReceiverApp",
            MAKE_UP_BYTES.contains(version) ? ServletWays.with("makes-up-bytes") : ServletWays.ALL,
            coordinates.toArray(String[]::new))
        .sources("servlet", "tomcat")
        .options(SILENT);
  }
}
