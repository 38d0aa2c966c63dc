package io.cioagent.it.receiver;

import io.cioagent.it.library.LibraryRows;
import io.cioagent.it.library.LibraryVersion;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Spring WebFlux 5.3 to 7.0 on Reactor Netty. */
@ParameterizedClass(name = "{1} on {0}")
@MethodSource("rows")
class WebFluxReceiverIT extends NettyReceiverCases {

  static Stream<Arguments> rows() {
    return LibraryRows.lastOnEveryJdk(
        List.of(
            webFlux("5.3.39", "1.0.48", "2.17.2"),
            webFlux("7.0.10", "1.3.8", "2.22.4").release(17)));
  }

  private static LibraryVersion webFlux(String version, String reactorNetty, String jackson) {
    return row(
        "webfluxserver",
        version,
        "WebFluxReceiverApp",
        Set.of(
            "stream",
            "all",
            "reader",
            "async",
            "nonblocking",
            "continue",
            "error",
            "throws",
            "map"),
        "org.springframework:spring-webflux:" + version,
        "org.springframework:spring-context:" + version,
        "io.projectreactor.netty:reactor-netty-http:" + reactorNetty,
        "com.fasterxml.jackson.core:jackson-databind:" + jackson);
  }
}
