package io.cioagent.it.receiver;

import io.cioagent.it.library.LibraryRows;
import io.cioagent.it.library.LibraryVersion;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bare Netty 4.1 and 4.2 with a decoder, an encoder and a decompressor. */
@ParameterizedClass(name = "{1} on {0}")
@MethodSource("rows")
class NettyCodecPartsReceiverIT extends NettyReceiverCases {

  static Stream<Arguments> rows() {
    return LibraryRows.lastOnEveryJdk(List.of(netty("4.1.0.Final"), netty("4.2.20.Final")));
  }

  private static LibraryVersion netty(String version) {
    return row(
        "nettyserver",
        version,
        "NettyCodecPartsReceiverApp",
        Set.of("stream", "async", "nonblocking", "continue", "throws", "early", "closes", "gzip"),
        "io.netty:netty-codec-http:" + version);
  }
}
