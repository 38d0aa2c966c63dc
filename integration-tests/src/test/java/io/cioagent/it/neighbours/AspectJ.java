package io.cioagent.it.neighbours;

import io.cioagent.it.harness.Build;
import io.cioagent.it.harness.Jdk;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.library.MavenRepository;
import io.cioagent.it.library.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** AspectJ's weaver at load time, with one aspect. */
final class AspectJ extends Woven {

  private static final String ASPECTS =
      """
      <aspectj>
        <aspects><aspect name="io.cioagent.it.apps.ClientAspect"/></aspects>
      </aspectj>
      """;

  private final Path weaver;
  private final Path aspects;

  AspectJ(String version, Jdk jdk) throws IOException {
    weaver = MavenRepository.jars(List.of("org.aspectj:aspectjweaver:" + version)).get(0);
    List<Path> classPath = Stream.concat(Shop.classPath(jdk).stream(), Stream.of(weaver)).toList();
    aspects =
        new Sources(List.of(Build.appSources("aspects")), classPath, 8)
            .java(Build.scratch("aspects"));
    Files.writeString(
        Files.createDirectories(aspects.resolve("META-INF")).resolve("aop.xml"), ASPECTS);
  }

  @Override
  public void join(Jvm jvm) {
    jvm.agentWith(weaver, "").classPath(aspects);
    jvm.option("--add-opens=java.base/java.lang=ALL-UNNAMED");
  }
}
