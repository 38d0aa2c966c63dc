package io.cioagent.it.neighbours;

import io.cioagent.it.endpoint.Endpoint;
import io.cioagent.it.endpoint.Sample;
import io.cioagent.it.harness.Build;
import io.cioagent.it.harness.Jdk;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import io.cioagent.it.library.MavenRepository;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Prometheus' exporter of MBeans, on the JDK's HTTP server. */
final class JmxExporter implements Neighbour {

  /** Series of what the JVM happens to have done by now. */
  private static final List<String> CHANGING = List.of("gc", "LastGcInfo", "pool", "Pool");

  private final Path jar;
  private final Path configuration;
  private final int port;
  private List<String> series = List.of();

  JmxExporter(String version, Jdk jdk) throws IOException {
    jar =
        MavenRepository.jars(List.of("io.prometheus.jmx:jmx_prometheus_javaagent:" + version))
            .get(0);
    configuration =
        Files.writeString(
            Build.scratch("jmx-exporter").resolve("jmx.yaml"), "rules:\n- pattern: \".*\"\n");
    // It takes no port of the system's choice.
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
  }

  @Override
  public void join(Jvm jvm) {
    jvm.agentWith(jar, "127.0.0.1:" + port + ":" + configuration);
  }

  @Override
  public void look(RunningJvm jvm) {
    series =
        new Endpoint("http://127.0.0.1:" + port)
            .scrape().samples().stream()
                .map(Sample::series)
                .filter(each -> CHANGING.stream().noneMatch(each::contains))
                .sorted()
                .toList();
  }

  /** The names and labels of its series: their values are the JVM's. */
  @Override
  public List<String> counts() {
    return series;
  }
}
