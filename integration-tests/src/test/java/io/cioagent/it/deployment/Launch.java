package io.cioagent.it.deployment;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.cioagent.it.harness.Build;
import io.cioagent.it.harness.Jdk;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/**
 * What a server starts with.
 *
 * @param jdk the JDK that runs it
 * @param port where it listens
 * @param settings of the agent
 */
record Launch(Jdk jdk, int port, String settings) {

  /** Starts a server. */
  @FunctionalInterface
  interface Server {
    RunningJvm start(Launch launch) throws Exception;
  }

  /** Each server takes half a minute, so most of them run in the long suite only. */
  static void assumeLongSuite() {
    assumeTrue(Jdk.isLongSuite(), "runs in the long suite");
  }

  static Jdk jdk(int feature) {
    Jdk jdk =
        Jdk.underTest().stream().filter(each -> each.feature() == feature).findAny().orElse(null);
    assumeTrue(jdk != null, "no JDK " + feature);
    return jdk;
  }

  static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  /** For servers that are started by the {@code java} command. */
  Jvm jvm() {
    return Jvm.on(jdk).agent(settings);
  }

  /** The same for servers that are started by a script, which takes the option from a file. */
  String agentOption() {
    return "-javaagent:" + Build.agentJar() + "=" + settings + "," + Jvm.ANY_PORT;
  }
}
