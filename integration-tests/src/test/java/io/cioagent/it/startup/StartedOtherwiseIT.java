package io.cioagent.it.startup;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.harness.Build;
import io.cioagent.it.harness.BuildAndOldestJdk;
import io.cioagent.it.harness.Jdk;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import io.cioagent.it.watch.AgentOutput;
import io.cioagent.it.watch.Watch;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Applications and agents that lie elsewhere than a test would put them. */
@BuildAndOldestJdk
class StartedOtherwiseIT {

  @Parameter private Jdk jdk;

  private static final String APP = "io.cioagent.it.apps.ClientsApp";

  @Test
  void applicationInOneJar() throws IOException {
    Path jar = Build.scratch("jar").resolve("corner-shop.jar");
    pack(Build.java8Apps(), jar);
    try (RunningJvm jvm = Jvm.on(jdk).agent().startJar(jar, "nowhere").ready()) {
      assertObserved(jvm);
      assertThat(jvm.endpoint().scrape().of("target_info").get(0).label("service_name"))
          .contains("corner-shop");
    }
  }

  @Test
  void flagInAnEnvironmentVariable() {
    String flag = "-javaagent:" + Build.agentJar() + "=" + Jvm.ANY_PORT;
    try (RunningJvm jvm = start(Jvm.on(jdk).environment("JAVA_TOOL_OPTIONS", flag))) {
      assertObserved(jvm);
      assertThat(jvm.finish()).isZero();
      assertThat(jvm.stderr()).filteredOn(line -> !AgentOutput.isUnknownOutcome(line)).hasSize(2);
      assertThat(jvm.stderr().get(0)).isEqualTo("Picked up JAVA_TOOL_OPTIONS: " + flag);
    }
  }

  @Test
  void agentInAFolderWithSpecialCharacters() throws IOException {
    Path folder = Files.createDirectory(Build.scratch("odd").resolve("my agents+100%25 é #1"));
    Path jar = Files.copy(Build.agentJar(), folder.resolve("the agent.jar"));
    try (RunningJvm jvm = start(Jvm.on(jdk).agentWith(jar, Jvm.ANY_PORT))) {
      assertObserved(jvm);
      assertThat(jvm.finish()).isZero();
      AgentOutput.assertOneLine(jvm, List.of(), true);
    }
  }

  @Test
  void agentBehindALink() throws IOException {
    Path link = Build.scratch("link").resolve("agent-link.jar");
    Files.createSymbolicLink(link, Build.agentJar());
    try (RunningJvm jvm = start(Jvm.on(jdk).agentWith(link, Jvm.ANY_PORT))) {
      assertObserved(jvm);
      assertThat(jvm.finish()).isZero();
      AgentOutput.assertOneLine(jvm, List.of(), true);
    }
  }

  private static void assertObserved(RunningJvm jvm) {
    new Watch(jvm)
        .call("customerio.Arguments", "identify", "5")
        .answered("string 5")
        .operations("identify unknown")
        .spanCount(1);
  }

  private static RunningJvm start(Jvm jvm) {
    return jvm.classPath(Build.java8Apps()).start(APP, "nowhere").ready();
  }

  private static void pack(Path classes, Path jar) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, APP);
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest);
        Stream<Path> all = Files.walk(classes)) {
      List<Path> files = all.filter(Files::isRegularFile).toList();
      for (Path each : files) {
        out.putNextEntry(new JarEntry(classes.relativize(each).toString()));
        Files.copy(each, out);
      }
    }
  }
}
