package io.cioagent.it.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.endpoint.Endpoint;
import io.cioagent.it.endpoint.Scrape;
import io.cioagent.it.harness.Build;
import io.cioagent.it.harness.EveryJdk;
import io.cioagent.it.harness.Jdk;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import io.cioagent.it.library.MavenRepository;
import io.cioagent.it.library.Sources;
import io.cioagent.it.standin.StandIn;
import io.cioagent.it.watch.Counts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bundles see of the bootstrap class loader only what boot delegation names; none is set here. */
@EveryJdk
class OsgiIT {

  @Parameter private Jdk jdk;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org.apache.felix:org.apache.felix.framework:7.0.5",
        "org.eclipse.platform:org.eclipse.osgi:3.18.300",
      })
  void clientInABundleIsObserved(String framework) {
    Path folder = Build.scratch("osgi");
    List<Path> jars = new ArrayList<>(MavenRepository.jars(List.of(framework)));
    jars.add(Build.java8Apps());
    Path classes = new Sources(List.of(Build.appSources("osgi")), jars, 8).java(folder);
    try (StandIn standIn = StandIn.http()) {
      Jvm jvm =
          Jvm.on(jdk).agent().setting("hosts", "127.0.0.1:" + standIn.port()).classPath(classes);
      jars.forEach(jvm::classPath);
      try (RunningJvm running =
          jvm.start("io.cioagent.it.apps.osgi.OsgiApp", folder.toString()).ready()) {
        Endpoint endpoint = running.endpoint();
        Scrape before = endpoint.scrape();
        assertThat(running.ask("identify", "http://127.0.0.1:" + standIn.port()))
            .isEqualTo("= done");
        assertThat(Counts.between(before, endpoint.scrape()).operations())
            .containsExactly("identify success");
        assertThat(endpoint.spans()).as("operation and attempt").hasSize(2);
        assertThat(running.finish()).isZero();
        assertThat(running.stderr())
            .filteredOn(line -> line.startsWith(RunningJvm.PREFIX))
            .hasSize(1);
      }
    }
  }
}
