package io.cioagent.it.neighbours;

import io.cioagent.it.harness.Build;
import io.cioagent.it.harness.Jdk;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.library.MavenRepository;
import io.cioagent.it.standin.DeadPort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Glowroot's agent, whose collector is not among what is published: it reaches none here. */
final class Glowroot implements Neighbour {

  /** It writes beside its jar. */
  private final Path folder = Build.scratch("glowroot");

  private final Path jar;
  private final DeadPort collector = DeadPort.refusing();

  Glowroot(String version, Jdk jdk) throws IOException {
    Path published = MavenRepository.jars(List.of("org.glowroot:glowroot-agent:" + version)).get(0);
    jar = Files.copy(published, folder.resolve("glowroot.jar"));
  }

  @Override
  public void join(Jvm jvm) {
    jvm.agentWith(jar, "");
    jvm.option("-Dglowroot.collector.address=http://127.0.0.1:" + collector.port());
  }

  /** That it has started, and what it could not do with a class. */
  @Override
  public List<String> counts() throws IOException {
    return Files.readAllLines(folder.resolve("logs/glowroot.log")).stream()
        .filter(line -> line.contains("agent id") || line.contains("weav"))
        .map(line -> line.substring(line.indexOf("org.glowroot")))
        .toList();
  }

  /** Of the collector. */
  @Override
  public boolean isHarmless(String line) {
    return line.contains("unable to connect") || line.contains("collector");
  }

  @Override
  public void close() {
    collector.close();
  }
}
