package io.cioagent.it.receiver;

import io.cioagent.it.library.LibraryRows;
import io.cioagent.it.library.LibraryVersion;
import io.cioagent.it.library.Sources;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Ktor's server on Netty. */
@ParameterizedClass(name = "{1} on {0}")
@MethodSource("rows")
class KtorNettyReceiverIT extends NettyReceiverCases {

  static Stream<Arguments> rows() {
    return LibraryRows.lastOnEveryJdk(List.of(ktor("3.5.2")));
  }

  private static LibraryVersion ktor(String version) {
    return row(
            "ktornettyserver",
            version,
            "KtorReceiverApp",
            Set.of("stream", "all", "async", "continue", "throws", "early"),
            "io.ktor:ktor-server-netty-jvm:" + version,
            // It asks for it before anything else.
            "io.netty:netty-transport-classes-epoll:4.2.16.Final",
            "org.slf4j:slf4j-nop:2.0.17")
        .sources("ktorserver", "ktorservernetty")
        .kotlin(Sources.KOTLIN);
  }
}
