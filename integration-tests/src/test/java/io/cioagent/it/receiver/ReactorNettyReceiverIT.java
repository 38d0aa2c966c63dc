package io.cioagent.it.receiver;

import io.cioagent.it.library.LibraryRows;
import io.cioagent.it.library.LibraryVersion;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Reactor Netty 0.9 to 1.3 as a server. */
@ParameterizedClass(name = "{1} on {0}")
@MethodSource("rows")
class ReactorNettyReceiverIT extends NettyReceiverCases {

  private static final String HTTP = "io.projectreactor.netty:reactor-netty-http:";

  static Stream<Arguments> rows() {
    return LibraryRows.lastOnEveryJdk(
        List.of(
            reactorNetty("0.9.25.RELEASE", "io.projectreactor.netty:reactor-netty:"),
            reactorNetty("1.3.8", HTTP)));
  }

  private static LibraryVersion reactorNetty(String version, String artifact) {
    return row(
        "reactornettyserver",
        version,
        "ReactorNettyReceiverApp",
        Set.of("stream", "all", "async", "nonblocking", "continue", "throws", "early"),
        artifact + version);
  }
}
