package io.cioagent.it.receiver;

import io.cioagent.it.library.LibraryRows;
import io.cioagent.it.library.LibraryVersion;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bare Netty 4.1 and 4.2 that aggregates each request. */
@ParameterizedClass(name = "{1} on {0}")
@MethodSource("rows")
class NettyAggregatingReceiverIT extends NettyReceiverCases {

  static Stream<Arguments> rows() {
    return LibraryRows.lastOnEveryJdk(List.of(netty("4.1.140.Final")));
  }

  private static LibraryVersion netty(String version) {
    return row(
        "nettyserver",
        version,
        "NettyAggregatingReceiverApp",
        Set.of("stream", "async", "continue", "throws", "closes"),
        "io.netty:netty-codec-http:" + version);
  }
}
