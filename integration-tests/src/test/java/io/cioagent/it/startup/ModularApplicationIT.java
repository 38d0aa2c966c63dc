package io.cioagent.it.startup;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.endpoint.Endpoint;
import io.cioagent.it.harness.Await;
import io.cioagent.it.harness.Build;
import io.cioagent.it.harness.EveryJdkFrom11;
import io.cioagent.it.harness.Jdk;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import io.cioagent.it.standin.Hosts;
import io.cioagent.it.standin.StandIn;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An application on the module path, for which the JVM resolves only the modules that it needs. */
@EveryJdkFrom11
class ModularApplicationIT {

  @Parameter private Jdk jdk;

  @ParameterizedTest
  @ValueSource(strings = {"ALL-SYSTEM", "java.base,java.instrument"})
  void isObserved(String modules) throws IOException {
    Jvm jvm = Jvm.on(jdk).agent().option(Hosts.option());
    if (!modules.equals("ALL-SYSTEM")) {
      jvm.option("--limit-modules=" + modules);
    }
    try (StandIn standIn = StandIn.http();
        RunningJvm running =
            jvm.startModule(
                    shopModule(), "shop/io.cioagent.it.apps.ClientsApp", standIn.at(Hosts.TRACK))
                .ready()) {
      assertThat(running.ask("call", "customerio.CustomerIoClient", "identify", "5", "plan=pro"))
          .isEqualTo("= null");
      Endpoint endpoint = running.endpoint();
      assertThat(Await.quietly(() -> endpoint.scrape().sum("customerio_api_requests_total") == 1))
          .isTrue();
      assertThat(endpoint.spans()).hasSize(2);
      assertThat(running.finish()).isZero();
      assertThat(running.stderr()).hasSize(1);
    }
  }

  /** The applications as one automatic module, which takes its name from the file. */
  private static Path shopModule() throws IOException {
    Path jar = Build.scratch("modular").resolve("shop.jar");
    Path classes = Build.java8Apps();
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(file);
        Stream<Path> all = Files.walk(classes)) {
      List<Path> files = all.filter(Files::isRegularFile).toList();
      for (Path each : files) {
        entries.putNextEntry(new JarEntry(classes.relativize(each).toString().replace('\\', '/')));
        Files.copy(each, entries);
        entries.closeEntry();
      }
    }
    return jar;
  }
}
