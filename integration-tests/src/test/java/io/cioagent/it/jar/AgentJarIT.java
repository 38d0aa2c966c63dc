package io.cioagent.it.jar;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.harness.Build;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The one file that a user gets. */
class AgentJarIT {

  private static final long FIVE_MEGABYTES = 5L * 1000 * 1000;
  private static final int JAVA_7 = 51;
  private static final int JAVA_8 = 52;
  private static final int JAVA_9 = 53;

  /** Libraries that ownCommandLine can use where they are, and do without where they are not. */
  private static final Set<String> NOT_SHIPPED =
      Set.of(
          // The SDK offers what is not stable yet only beside the incubator's API.
          "io.opentelemetry.api.incubator.*",
          // The exporters' factories for the SDK's autoconfiguration, which we do without.
          "io.opentelemetry.sdk.autoconfigure.spi.*",
          // The OTLP writer's bridge to gRPC, which we do not ship.
          "com.google.common.io.*",
          // What adapters are linked with is the application's own.
          "okhttp3.*",
          "okio.*",
          "org.eclipse.jetty.server.*",
          "org.apache.http.*",
          "org.apache.hc.*",
          "org.apache.commons.httpclient.*",
          "jodd.http.*",
          "org.apache.coyote.*",
          "org.apache.tomcat.*",
          "io.netty.*",
          "io.vertx.*",
          "org.asynchttpclient.*",
          "reactor.*",
          "org.reactivestreams.*",
          "io.reactivex.*",
          "kotlin.*",
          "kotlinx.io.*",
          "scala.*",
          "io.undertow.*",
          "org.glassfish.grizzly.*",
          "com.ning.http.*",
          "org.jboss.netty.*",
          "io.ktor.*",
          "datadog.trace.api.*",
          "com.newrelic.api.agent.*",
          "brave.*",
          "org.apache.log4j.*",
          "org.apache.logging.log4j.*",
          // What these inherit from the library's classes.
          "io.cioagent.instrumentation.reactor.*");

  private static AgentJar jar;
  private static List<ClassFile> classFiles;

  @BeforeAll
  static void unpack() {
    jar = AgentJar.unpack();
    classFiles = jar.classFiles();
  }

  @Test
  void jarIsSmall() throws IOException {
    assertThat(Files.size(Build.agentJar())).isLessThanOrEqualTo(FIVE_MEGABYTES);
  }

  @Test
  void jarSupportsStartAndAttach() throws IOException {
    try (JarFile file = new JarFile(Build.agentJar().toFile())) {
      Manifest manifest = file.getManifest();
      assertThat(manifest.getMainAttributes().getValue("Premain-Class"))
          .isEqualTo(manifest.getMainAttributes().getValue("Agent-Class"))
          .startsWith("io.cioagent.launcher.");
      assertThat(manifest.getMainAttributes().getValue("Main-Class"))
          .isEqualTo("io.cioagent.launcher.Main");
      assertThat(manifest.getMainAttributes().getValue("Can-Retransform-Classes"))
          .isEqualTo("true");
      try (InputStream in = file.getInputStream(file.getEntry(JarFile.MANIFEST_NAME))) {
        assertThat(new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
            .as("nothing left to fill in")
            .doesNotContain("${");
      }
    }
  }

  @Test
  void applicationLoaderFindsOnlyTheLauncher() {
    assertThat(jar.entries())
        .filteredOn(entry -> entry.endsWith(".class") && !AgentJar.isNested(entry))
        .isNotEmpty()
        // The one class more is asked about every class name, so the launcher has its own copy.
        .allMatch(
            entry ->
                entry.startsWith("io/cioagent/launcher/")
                    || entry.equals("io/cioagent/core/operation/ClientClassName.class"));
    assertThat(jar.entries())
        .filteredOn(entry -> entry.startsWith("META-INF/"))
        .noneMatch(entry -> entry.startsWith("META-INF/services/"));
  }

  @Test
  void commandLineIsOneEntry() {
    assertThat(jar.entries())
        .filteredOn(entry -> AgentJar.isIn(AgentJar.COMMAND_LINE, entry))
        .hasSizeGreaterThan(100)
        .allMatch(entry -> entry.matches("commandline.jar!/(picocli|io/cioagent/commandline)/.*"));
    assertThat(jar.entries())
        .filteredOn(entry -> entry.contains("picocli"))
        .allMatch(entry -> AgentJar.isIn(AgentJar.COMMAND_LINE, entry));
  }

  /** The JVM lists all entries before it runs {@code main}. */
  @Test
  void thereAreFewEntries() throws IOException {
    assertThat(jar.entries()).filteredOn(entry -> !AgentJar.isNested(entry)).hasSizeLessThan(60);
    try (JarFile file = new JarFile(Build.agentJar().toFile())) {
      assertThat(file.getEntry(AgentJar.ISOLATED).getMethod()).isEqualTo(ZipEntry.STORED);
    }
  }

  @Test
  void entryClassLoadsOnOldJvms() {
    assertThat(classFiles)
        .filteredOn(file -> file.name().matches("io/cioagent/launcher/(Agent|Main)"))
        .extracting(ClassFile::version)
        .containsExactly(JAVA_7, JAVA_7);
  }

  @Test
  void everyClassFileIsOfJava8() {
    assertThat(classFiles)
        .hasSizeGreaterThan(1000)
        .filteredOn(file -> !file.isForNewerJavaOnly() && !file.isJavaNetHttpAdapter())
        .filteredOn(file -> file.version() > JAVA_8)
        .extracting(ClassFile::entry)
        .isEmpty();
  }

  @Test
  void onlyTheJavaNetHttpAdapterNeedsJava11() {
    assertThat(classFiles)
        .filteredOn(file -> file.isOurs() && file.version() > JAVA_9)
        .isNotEmpty()
        .allMatch(ClassFile::isJavaNetHttpAdapter);
  }

  @Test
  void nothingIsolatedKnowsTheJdksLogging() {
    assertThat(classFiles)
        .filteredOn(file -> AgentJar.isIn(AgentJar.ISOLATED, file.entry()))
        .filteredOn(file -> file.text().contains("java/util/logging"))
        .extracting(ClassFile::entry)
        .isEmpty();
  }

  /** Relocation rewrites whatever string constant looks like a name that it knows. */
  @Test
  void relocationChangesNoStringConstant() throws IOException {
    List<String> changed = new ArrayList<>();
    int compared = 0;
    for (ClassFile file : classFiles) {
      Path built = file.isOurs() ? built(file) : null;
      if (built != null) {
        compared++;
        Set<String> before = ClassFile.strings(built);
        Set<String> after = ClassFile.strings(jar.unpacked(file));
        if (!before.equals(after)) {
          after.removeAll(before);
          changed.add(file.name() + ": " + after);
        }
      }
    }
    assertThat(compared).isGreaterThan(300);
    assertThat(changed).isEmpty();
  }

  /** As it was compiled, before the build put it into the jar. */
  private static Path built(ClassFile file) {
    for (String module : List.of("bridge", "core", "instrumentation", "launcher")) {
      Path built =
          Build.repository("agent/" + module + "/target/classes/" + file.name() + ".class");
      if (Files.exists(built)) {
        return built;
      }
    }
    return null;
  }

  @Test
  void everyCallOfTheJdkIsOneOfJava8() throws IOException {
    Java8Calls calls = Java8Calls.against(jar.classes(), NOT_SHIPPED);
    List<String> broken = new ArrayList<>();
    for (ClassFile file : classFiles) {
      if (!file.isForNewerJavaOnly() && !file.isJavaNetHttpAdapter()) {
        broken.addAll(calls.check(jar.unpacked(file)));
      }
    }
    // Of any signature, and there since Java 7.
    broken.removeIf(line -> line.contains(" java.lang.invoke.MethodHandle.invokeExact("));
    assertThat(new TreeSet<>(broken)).isEmpty();
  }

  @Test
  void checkFindsCallsOfANewerJdk() throws IOException {
    Java8Calls calls = Java8Calls.against(jar.classes(), NOT_SHIPPED);
    List<String> broken = new ArrayList<>();
    for (ClassFile file : classFiles) {
      if (file.isJavaNetHttpAdapter()) {
        broken.addAll(calls.check(jar.unpacked(file)));
      }
    }
    assertThat(broken).anyMatch(line -> line.contains("java.net.http.HttpRequest"));
  }
}
