package io.cioagent.it.neighbours;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cioagent.it.harness.Jdk;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.library.MavenRepository;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Elastic's agent, which sends its last events before the JVM ends. */
final class ElasticApm implements Neighbour {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path jar;
  private final Intake intake = new Intake(Map.of("/", "{\"version\":\"8.19.0\"}"));

  ElasticApm(String version, Jdk jdk) throws IOException {
    jar = MavenRepository.jars(List.of("co.elastic.apm:elastic-apm-agent:" + version)).get(0);
  }

  @Override
  public void join(Jvm jvm) {
    jvm.agentWith(jar, "");
    jvm.option("-Delastic.apm.server_url=" + intake.address());
    jvm.option("-Delastic.apm.service_name=shop");
    jvm.option("-Delastic.apm.central_config=false");
    jvm.option("-Delastic.apm.cloud_provider=NONE");
    jvm.option("-Delastic.apm.span_compression_enabled=false");
    jvm.option("-Delastic.apm.log_level=WARN");
    jvm.option("-Delastic.apm.application_packages=io.cioagent.it");
    // It weaves no handlers that are lambdas, so nothing else begins a transaction here.
    jvm.option(
        "-Delastic.apm.trace_methods=io.cioagent.it.apps.ServingUses#alone,"
            + "io.cioagent.it.apps.OkHttpUses#e*,"
            + "io.cioagent.it.apps.customerio.CustomerIoClient#*");
  }

  @Override
  public List<String> counts() throws IOException {
    List<String> counts = new ArrayList<>();
    for (byte[] body : intake.at("/intake/v2/events")) {
      for (String line : new String(body, UTF_8).split("\n")) {
        JsonNode event = line.isBlank() ? JSON.createObjectNode() : JSON.readTree(line);
        for (String type : List.of("transaction", "span", "error")) {
          JsonNode of = event.path(type);
          if (!of.isMissingNode()) {
            counts.add(
                String.join(
                    " ",
                    type,
                    of.path("name").asText(of.path("exception").path("type").asText()),
                    of.path("outcome").asText()));
          }
        }
      }
    }
    Collections.sort(counts);
    return counts;
  }

  /**
   * It reads the command line for the name of the main class, and its queue uses what Java 25 warns
   * of.
   */
  @Override
  public boolean isHarmless(String line) {
    return line.contains("Unexpected JVM command line syntax")
        || (line.startsWith("WARNING: ")
            && (line.contains("sun.misc.Unsafe") || line.contains("com.lmax.disruptor")));
  }

  @Override
  public void close() {
    intake.close();
  }
}
