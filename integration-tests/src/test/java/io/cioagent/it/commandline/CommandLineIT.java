package io.cioagent.it.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.harness.Build;
import io.cioagent.it.harness.BuildAndOldestJdk;
import io.cioagent.it.harness.Jdk;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import io.cioagent.it.library.MavenRepository;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

@BuildAndOldestJdk
class CommandLineIT {

  private static final String KEY = "s3cr3t-0123456789";

  @Parameter private Jdk jdk;

  private FinishedCommand run(String... arguments) {
    return FinishedCommand.command(Jvm.on(jdk), arguments);
  }

  @Test
  void missingCommandListsTheCommands() {
    FinishedCommand ran = run();
    assertThat(ran.exitCode()).isZero();
    assertThat(ran.err()).isEmpty();
    for (String command : new String[] {"check", "attach", "config", "version"}) {
      assertThat(ran.out().lines())
          .filteredOn(line -> line.matches("  " + command + " +[A-Z].*\\."))
          .hasSize(1);
    }
  }

  @Test
  void unknownCommandExitsWithTwo() {
    FinishedCommand mistyped = run("chekc");
    assertThat(mistyped.exitCode()).isEqualTo(2);
    assertThat(mistyped.err()).contains("Unmatched argument", "check");
    assertThat(run("attach", "shop").exitCode()).isEqualTo(2);
    assertThat(run("attach").exitCode()).isEqualTo(2);
    assertThat(run("check", "--arg=a=b").exitCode()).isEqualTo(2);
  }

  @Test
  void version() {
    FinishedCommand ran = run("version");
    assertThat(ran.exitCode()).isZero();
    assertThat(ran.out())
        .contains("Customer.io agent 0.", "Java " + (jdk.feature() == 8 ? "1.8" : jdk.feature()));
  }

  @Test
  void generatedConfigIsReadable() throws IOException {
    FinishedCommand ran = run("config");
    assertThat(ran.exitCode()).isZero();
    assertThat(ran.err()).isEmpty();
    Path file = Build.scratch("config").resolve("agent.properties");
    String used = ran.out().replace("\n#customerio.", "\ncustomerio.");
    assertThat(used).contains("\ncustomerio.agent.prometheus.port=19464\n");
    Files.writeString(file, used.replace("port=19464", "port=0"));
    FinishedCommand check = run("check", "--args", "config-file=" + file);
    assertThat(check.out()).contains("No warnings.").doesNotContain("WARN");
    assertThat(check.exitCode()).isZero();
  }

  @Test
  void checkListsTheHttpLibrariesOfAnApplication() throws IOException {
    Path folder = Build.scratch("libraries");
    Path war = folder.resolve("shop.war");
    Path old = folder.resolve("old.jar");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(war))) {
      for (Path jar :
          MavenRepository.jars(
              List.of("com.squareup.okhttp3:okhttp:4.12.0", "org.nanohttpd:nanohttpd:2.3.1"))) {
        zip.putNextEntry(new ZipEntry("WEB-INF/lib/" + jar.getFileName()));
        Files.copy(jar, zip);
        zip.closeEntry();
      }
    }
    // As tools of other platforms write them.
    try (ZipOutputStream zip =
        new ZipOutputStream(Files.newOutputStream(old), StandardCharsets.ISO_8859_1)) {
      zip.putNextEntry(new ZipEntry("gr\u00fc\u00dfe.txt"));
      zip.closeEntry();
    }
    FinishedCommand ran =
        run(
            "check",
            "-Dcustomerio.agent.prometheus.port=0",
            war.toString(),
            old.toString(),
            "missing.jar");
    assertThat(ran.out().lines())
        .contains("HTTP libraries in " + war + ":", "HTTP libraries in " + old + ": none")
        .filteredOn(line -> line.startsWith("  ") && line.contains("observed"))
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .matches(
                        "  nanohttpd +not observed: webhooks that it receives are not counted"),
            line -> assertThat(line).matches("  okhttp +observed"));
    assertThat(ran.out()).contains("WARN Cannot read missing.jar: ");
    assertThat(ran.exitCode()).isEqualTo(1);
    assertThat(run("check", "-Dcustomerio.agent.prometheus.port=0", war.toString()).exitCode())
        .isZero();
  }

  @Test
  void checkShowsEverySourceAndNoSecret() {
    Jvm jvm =
        Jvm.on(jdk)
            .environment("CUSTOMERIO_AGENT_USER_ID", "none")
            .environment("OTEL_SERVICE_NAME", "from-otel")
            .setting("webhook.signing-key", KEY);
    FinishedCommand ran =
        FinishedCommand.command(
            jvm,
            "check",
            "-Dcustomerio.agent.environment=prod",
            "--args",
            "prometheus.port=0,client.methods=com.acme.Crm[a=track,b=identify]");
    assertThat(ran.exitCode()).as(ran.toString()).isZero();
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out())
        .containsPattern("user-id +none +environment variable CUSTOMERIO_AGENT_USER_ID")
        .containsPattern("service-name +from-otel +environment variable OTEL_SERVICE_NAME")
        .containsPattern("environment +prod +system property customerio.agent.environment")
        .containsPattern("prometheus.port +0 +agent argument prometheus.port")
        .containsPattern("client.methods +\\S+b=identify] +agent argument client.methods")
        .containsPattern("webhook.signing-key +\\[REDACTED] +system property")
        .containsPattern("dry-run +false +default")
        .contains("No warnings.", "Any free port")
        .doesNotContain(KEY);
  }

  @Test
  void checkFailsOverAWarning() {
    FinishedCommand ran =
        run("check", "--args", "prometheus.port=0,servce-name=x,spans.recent=many");
    assertThat(ran.exitCode()).isOne();
    assertThat(ran.out())
        .contains("did you mean service-name?")
        .containsPattern("spans.recent +512 +default \\(see below\\)");
  }

  @Test
  void checkFailsOverATakenPort() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = "prometheus.port=" + taken.getLocalPort();
      FinishedCommand ran = run("check", "--args", port);
      assertThat(ran.exitCode()).isOne();
      assertThat(ran.out()).contains("WARN Port " + taken.getLocalPort() + " of localhost cannot");
      assertThat(run("check", "--args", port + ",enabled=false").exitCode()).isZero();
      assertThat(run("check", "--args", port + ",prometheus.enabled=false").exitCode()).isZero();
      assertThat(run("check", "--args", port + ",dry-run=true").exitCode()).isZero();
    }
  }

  /** As where the flag stands in JAVA_TOOL_OPTIONS of the machine. */
  @Test
  void commandLineRunsWithoutTheAgent() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Jvm jvm = Jvm.on(jdk).agent("prometheus.port=" + port);
    FinishedCommand ran =
        FinishedCommand.command(jvm, "check", "-Dcustomerio.agent.prometheus.port=" + port);
    assertThat(ran.exitCode()).as(ran.toString()).isZero();
    assertThat(ran.out()).contains("Port " + port + " of localhost is free.");
    assertThat(ran.err()).isEmpty();
  }

  /** Our own main class is not taken for an application's. */
  @Test
  void applicationWithTheJarOnItsClassPathRuns() {
    try (RunningJvm jvm =
        Jvm.on(jdk)
            .agent()
            .classPath(Build.agentJar())
            .classPath(Build.java8Apps())
            .start("io.cioagent.it.apps.ClientsApp", "nowhere")
            .ready()) {
      assertThat(jvm.awaitError("the line", line -> line.contains("metrics at")))
          .contains("observes ClientsApp;");
      assertThat(jvm.finish()).isZero();
    }
  }
}
