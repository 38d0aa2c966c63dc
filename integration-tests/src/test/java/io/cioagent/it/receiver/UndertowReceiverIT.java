package io.cioagent.it.receiver;

import io.cioagent.it.library.LibraryRows;
import io.cioagent.it.library.LibraryVersion;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Servlets in Undertow 1.4 to 2.3. */
@ParameterizedClass(name = "{1} on {0}")
@MethodSource("rows")
class UndertowReceiverIT extends ReceiverCases {

  /** Standard error is the agent's; from JDK 24 on the JVM would warn of what Undertow calls. */
  static final String[] SILENT = {
    "-Djava.util.logging.config.file=/dev/null", "24:--sun-misc-unsafe-memory-access=allow"
  };

  static Stream<Arguments> rows() {
    return LibraryRows.lastOnEveryJdk(
        List.of(
            undertow("1.4.0.Final"),
            undertow("2.2.38.Final"),
            undertow("2.3.20.Final").release(11).jakarta()));
  }

  static List<LibraryVersion> http2() {
    return List.of(
        row("undertow http2", "2.2.38.Final").options(http2(SILENT)),
        row("undertow http2", "2.3.20.Final").release(11).jakarta().options(http2(SILENT)));
  }

  private static LibraryVersion undertow(String version) {
    return row("undertow", version);
  }

  private static LibraryVersion row(String library, String version) {
    return LibraryVersion.of(
            library,
            version,
            "UndertowReceiverApp",
            ServletWays.ALL,
            "io.undertow:undertow-servlet:" + version)
        .sources("servlet", "undertow")
        .options(SILENT);
  }
}
