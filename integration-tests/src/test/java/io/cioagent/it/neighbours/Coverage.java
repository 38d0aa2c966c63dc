package io.cioagent.it.neighbours;

import io.cioagent.it.harness.Build;
import io.cioagent.it.harness.Jdk;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.library.MavenRepository;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.jacoco.core.data.ExecutionData;
import org.jacoco.core.tools.ExecFileLoader;

/** JaCoCo's agent, which records what has run of each class that it has woven. */
final class Coverage implements Neighbour {

  private static final String APPLICATION = "io/cioagent/it/";

  private final Path jar;
  private final Path file = Build.scratch("jacoco").resolve("jacoco.exec");

  Coverage(String version, Jdk jdk) {
    jar = MavenRepository.file("org.jacoco:org.jacoco.agent:jar:runtime:" + version);
  }

  @Override
  public void join(Jvm jvm) {
    jvm.agentWith(jar, "destfile=" + file);
  }

  /** By the class as it came from its file, whose checksum is part of the line. */
  @Override
  public List<String> counts() throws IOException {
    return recorded().stream()
        .filter(data -> data.getName().startsWith(APPLICATION))
        .map(
            data ->
                String.format(
                    "%s %x: %d of %d",
                    data.getName(), data.getId(), hits(data), data.getProbes().length))
        .sorted()
        .toList();
  }

  @Override
  public List<String> classes() throws IOException {
    return recorded().stream().map(ExecutionData::getName).sorted().toList();
  }

  private Collection<ExecutionData> recorded() throws IOException {
    ExecFileLoader loader = new ExecFileLoader();
    loader.load(file.toFile());
    return loader.getExecutionDataStore().getContents();
  }

  private static int hits(ExecutionData data) {
    int hits = 0;
    for (boolean hit : data.getProbes()) {
      hits += hit ? 1 : 0;
    }
    return hits;
  }
}
