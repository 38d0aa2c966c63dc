package io.cioagent.it.receiver;

import io.cioagent.it.library.LibraryRows;
import io.cioagent.it.library.LibraryVersion;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Handlers of Grizzly 2.3 to 5.0. */
@ParameterizedClass(name = "{1} on {0}")
@MethodSource("rows")
class GrizzlyReceiverIT extends ReceiverCases {

  /** Standard error is the agent's. */
  static final String SILENT = "-Djava.util.logging.config.file=/dev/null";

  private static final Set<String> WAYS =
      Set.of(
          "stream",
          "all",
          "single",
          "reader",
          "parameters",
          "some",
          "none",
          "async",
          "async-timeout",
          "nonblocking",
          "nonblocking-some",
          "wrapped",
          "copied",
          "continue",
          "error",
          "throws",
          "early");

  static Stream<Arguments> rows() {
    return LibraryRows.lastOnEveryJdk(
        List.of(
            grizzly("2.3.1"),
            grizzly("2.4.4"),
            grizzly("4.0.2").release(11),
            grizzly("5.0.2").release(21)));
  }

  private static LibraryVersion grizzly(String version) {
    return LibraryVersion.of(
            "grizzly",
            version,
            "GrizzlyHandlerReceiverApp",
            WAYS,
            "org.glassfish.grizzly:grizzly-http-server:" + version)
        .sources("grizzly", "grizzlyhandler")
        .options(SILENT);
  }
}
