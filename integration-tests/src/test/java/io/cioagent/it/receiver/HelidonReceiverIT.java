package io.cioagent.it.receiver;

import io.cioagent.it.library.LibraryRows;
import io.cioagent.it.library.LibraryVersion;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Helidon 4, whose handlers block virtual threads. */
@ParameterizedClass(name = "{1} on {0}")
@MethodSource("rows")
class HelidonReceiverIT extends ReceiverCases {

  private static final Set<String> WAYS =
      Set.of(
          "stream",
          "all",
          "single",
          "reader",
          "some",
          "none",
          "async",
          "wrapped",
          "copied",
          "continue",
          "throws",
          "early");

  static Stream<Arguments> rows() {
    return LibraryRows.lastOnEveryJdk(
        List.of(helidon("helidonserver oldest", "4.0.0"), helidon("helidonserver", "4.5.0")));
  }

  /** A library for each version, as only the last one of a library runs on newer JDKs. */
  private static LibraryVersion helidon(String library, String version) {
    return LibraryVersion.of(
            library,
            version,
            "HelidonReceiverApp",
            WAYS,
            "io.helidon.webserver:helidon-webserver:" + version)
        .sources("helidonserver")
        .release(21)
        .options("-Djava.util.logging.config.file=/dev/null");
  }
}
