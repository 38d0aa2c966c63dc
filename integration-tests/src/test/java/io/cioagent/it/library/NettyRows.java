package io.cioagent.it.library;

import java.util.Set;
import java.util.stream.Stream;

/** Rows of the table: Netty and what stands on it. */
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

  /** The first generation, on Netty 3. */
  static LibraryVersion asyncHttpClient1(String version) {
    return LibraryVersion.of(
            "asynchttpclient1",
            version,
            "AsyncHttpClient1LibraryApp",
            Set.of(
                "sync",
                "async",
                "streamed",
                "unread",
                "reused",
                "proxy",
                "follow",
                "timeout",
                "start"),
            "org.slf4j:slf4j-nop:1.7.36",
            "com.ning:async-http-client:" + version)
        // The first one looks into the JDK.
        .options(
            "9:--add-exports=java.base/sun.security.util=ALL-UNNAMED",
            "24:--sun-misc-unsafe-memory-access=allow");
  }

  static LibraryVersion vertx(String version, int release) {
    return LibraryVersion.of(
            "vertx",
            version,
            "VertxLibraryApp",
            Set.of("sync", "async", "follow", "start"),
            "org.slf4j:slf4j-nop:1.7.36",
            "io.vertx:vertx-core:" + version)
        .options(
            Stream.concat(Stream.of(QUIET_NETTY), Stream.of("-Dvertx.disableDnsResolver=true"))
                .toArray(String[]::new))
        .release(release);
  }
}
