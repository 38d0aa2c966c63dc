package io.cioagent.it.library;

import java.util.Set;

/** Rows of the table: Netty and Reactor Netty. */
final class NettyRows {

  /** Else the JDK warns of what Netty calls, and Reactor of what fails, on standard error. */
  static final String[] QUIET_NETTY = {
    "24:--sun-misc-unsafe-memory-access=allow",
    "24:--enable-native-access=ALL-UNNAMED",
    "-Dreactor.logging.fallback=JDK"
  };

  private NettyRows() {}

  static LibraryVersion netty(String version) {
    return LibraryVersion.of(
            "netty",
            version,
            "NettyLibraryApp",
            Set.of("sync", "async", "streamed", "unread", "proxy", "timeout", "start"),
            "io.netty:netty-codec-http:" + version,
            "io.netty:netty-handler:" + version)
        .options(QUIET_NETTY);
  }

  static LibraryVersion reactorNetty(String version, String artifact) {
    return LibraryVersion.of(
            "reactornetty",
            version,
            "ReactorNettyLibraryApp",
            Set.of("sync", "async", "streamed", "unread", "reused", "follow", "timeout", "start"),
            artifact + version)
        .options(QUIET_NETTY);
  }

  static LibraryVersion asyncHttpClient(String version, int release) {
    return LibraryVersion.of(
            "asynchttpclient",
            version,
            "AsyncHttpClientLibraryApp",
            Set.of("sync", "async", "start"),
            "org.slf4j:slf4j-nop:1.7.36",
            "org.asynchttpclient:async-http-client:" + version)
        .options(QUIET_NETTY)
        .release(release);
  }
}
