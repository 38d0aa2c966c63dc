package io.cioagent.it.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.harness.Build;
import io.cioagent.it.harness.EveryJdk;
import io.cioagent.it.harness.Jdk;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From no class loader of the application is a library of ownCommandLine to be found. */
@EveryJdk
class VisibilityIT {

  private static final String APP = "io.cioagent.it.apps.VisibilityApp";

  @Parameter private Jdk jdk;
  private RunningJvm jvm;

  @BeforeParameterizedClassInvocation
  void start() {
    jvm = Jvm.on(jdk).agent().classPath(Build.java8Apps()).start(APP).ready();
    jvm.endpoint();
  }

  @AfterParameterizedClassInvocation
  void stop() {
    jvm.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org.objectweb.asm.ClassReader",
        "io.opentelemetry.api.OpenTelemetry",
        "io.opentelemetry.context.Context",
        "io.opentelemetry.sdk.OpenTelemetrySdk",
        "io.opentelemetry.exporter.prometheus.PrometheusHttpServer",
        "org.slf4j.Logger",
        "org.slf4j.LoggerFactory",
        "org.slf4j.simple.SimpleLogger",
        "com.fasterxml.jackson.core.JsonFactory",
        "io.prometheus.metrics.model.registry.PrometheusRegistry",
        "io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter",
        "com.blogspot.mydailyjava.weaklockfree.WeakConcurrentMap",
      })
  void agentLibrariesAreInvisible(String name) {
    assertThat(jvm.ask("load", name)).isEqualTo("= []");
    assertThat(jvm.ask("resource", name.replace('.', '/') + ".class")).isEqualTo("= []");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "META-INF/services/org.slf4j.spi.SLF4JServiceProvider",
        "META-INF/services/io.opentelemetry.context.ContextStorageProvider",
        "META-INF/services/io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider",
        "simplelogger.properties",
        "META-INF/maven/org.slf4j/slf4j-api/pom.properties",
        "META-INF/versions/9/module-info.class",
        "module-info.class",
        "routes.tsv",
      })
  void noResourceOfOurs(String name) {
    List<String> found = List.of(jvm.ask("resource", name).split(", ", -1));
    assertThat(found).noneMatch(url -> url.contains(Build.agentJar().getFileName().toString()));
  }

  @Test
  void classesOfTheJdkAndTheApplicationAreFound() {
    assertThat(jvm.ask("load", "java.lang.String"))
        .contains("system:", "platform:", "bootstrap:", "fresh:", "parentless:", "context:");
    assertThat(jvm.ask("load", APP)).contains("system:" + APP).doesNotContain("platform:");
    assertThat(jvm.ask("resource", APP.replace('.', '/') + ".class")).contains("system:");
  }

  @Test
  void applicationsOwnLibraryVersionsWork() {
    try (RunningJvm own =
        Jvm.on(jdk)
            .agent()
            .classPath(Build.java8Apps())
            .classPath(Build.library("slf4j-api.jar"))
            .classPath(Build.library("byte-buddy.jar"))
            .start(APP)
            .ready()) {
      own.endpoint();
      assertThat(own.ask("own-slf4j")).startsWith("= slf4j-api.jar org.slf4j.helpers.NOPLogger");
      assertThat(own.ask("own-byte-buddy")).isEqualTo("= byte-buddy.jar true");
      assertThat(own.ask("load", "org.slf4j.Logger"))
          .contains("system:", "fresh:")
          .doesNotContain("platform:", "bootstrap:", "parentless:");
      assertThat(own.finish()).isZero();
    }
  }
}
