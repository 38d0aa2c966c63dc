package io.cioagent.it.receiver;

import io.cioagent.it.library.LibraryRows;
import io.cioagent.it.library.LibraryVersion;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Handlers of Undertow 1.4 to 2.3 without servlets. */
@ParameterizedClass(name = "{1} on {0}")
@MethodSource("rows")
class UndertowHandlerReceiverIT extends ReceiverCases {

  private static final Set<String> WAYS =
      Set.of(
          "stream",
          "all",
          "single",
          "some",
          "none",
          "async",
          "nonblocking",
          "nonblocking-some",
          "wrapped",
          "continue",
          "error",
          "throws",
          "early");

  static Stream<Arguments> rows() {
    return LibraryRows.lastOnEveryJdk(
        List.of(
            undertow("1.4.0.Final"),
            undertow("2.2.38.Final"),
            undertow("2.3.20.Final").release(11)));
  }

  private static LibraryVersion undertow(String version) {
    return LibraryVersion.of(
            "undertowhandler",
            version,
            "UndertowHandlerReceiverApp",
            WAYS,
            "io.undertow:undertow-core:" + version)
        .options(UndertowReceiverIT.SILENT);
  }
}
