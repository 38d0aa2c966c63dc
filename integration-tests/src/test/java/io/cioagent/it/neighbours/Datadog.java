package io.cioagent.it.neighbours;

import io.cioagent.it.harness.Jdk;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.library.MavenRepository;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessageUnpacker;
import org.msgpack.value.Value;
import org.msgpack.value.ValueFactory;

/** Datadog's agent, which sends its last traces before the JVM ends. */
final class Datadog implements Neighbour {

  private static final String TRACES = "/v0.4/traces";

  private final Path jar;
  private final Jdk jdk;
  private final Intake intake =
      new Intake(Map.of("/info", "{\"version\":\"7.60.0\",\"endpoints\":[\"" + TRACES + "\"]}"));

  Datadog(String version, Jdk jdk) throws IOException {
    this.jdk = jdk;
    jar = MavenRepository.jars(List.of("com.datadoghq:dd-java-agent:" + version)).get(0);
  }

  @Override
  public void join(Jvm jvm) {
    jvm.agentWith(jar, "");
    jvm.option("-Ddd.trace.agent.url=" + intake.address());
    jvm.option("-Ddd.service=shop");
    if (jdk.feature() >= 24) {
      // The JVM would warn of its native code.
      jvm.option("--enable-native-access=ALL-UNNAMED");
    }
    for (String off :
        List.of(
            "instrumentation.telemetry.enabled",
            "remote_config.enabled",
            "profiling.enabled",
            "jmxfetch.enabled",
            "trace.startup.logs",
            "crashtracking.enabled",
            "trace.health.metrics.enabled")) {
      jvm.option("-Ddd." + off + "=false");
    }
  }

  @Override
  public List<String> counts() throws IOException {
    List<String> counts = new ArrayList<>();
    for (byte[] body : intake.at(TRACES)) {
      try (MessageUnpacker unpacker = MessagePack.newDefaultUnpacker(body)) {
        for (Value trace : unpacker.unpackValue().asArrayValue()) {
          for (Value span : trace.asArrayValue()) {
            counts.add(line(span.asMapValue().map()));
          }
        }
      }
    }
    Collections.sort(counts);
    return counts;
  }

  private static String line(Map<Value, Value> span) {
    return span.get(ValueFactory.newString("name"))
        + " "
        + span.get(ValueFactory.newString("resource"))
        + " "
        + span.get(ValueFactory.newString("error"));
  }

  @Override
  public void close() {
    intake.close();
  }
}
