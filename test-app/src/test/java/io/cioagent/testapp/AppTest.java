package io.cioagent.testapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts the app as a user does, in a JVM of its own. */
class AppTest {

  private static final String[] SHORT_RUN = {"--seconds=4", "--rate=50"};

  @TempDir Path folder;

  @Test
  void runsWithRealHostNamesAndExitsCleanly() throws Exception {
    Path report = folder.resolve("report.properties");

    assertThat(run(Collections.emptyList(), "--report=" + report)).isZero();

    assertThat(stdout())
        .contains(
            "http://track.customer.io:", "sign-up", "Results as the shop sees them", " x 503");
    assertThat(stderr()).isEmpty();
    assertThat(tempFiles()).isEmpty();
    Properties numbers = numbers(report);
    assertThat(numbers)
        .containsKeys("answered.identify.401", "answered.track.429", "answered.add_device.timeout")
        .containsEntry("reported.suppress.failed", "0")
        // The receiver gets every request that the stand-in sends.
        .containsEntry(
            "webhook.receiver.badly_signed", numbers.getProperty("webhook.requests.forged"))
        .containsEntry("webhook.receiver.not_json", numbers.getProperty("webhook.requests.broken"))
        .containsEntry("webhook.answers.late", "1")
        .doesNotContainKey("webhook.lost");
  }

  @Test
  void goodDayHasNoFailuresAndOutageOnlyFailures() throws Exception {
    Path report = folder.resolve("report.properties");
    Path outage = folder.resolve("outage");

    assertThat(run(Collections.emptyList(), "--day=good", "--report=" + report)).isZero();
    assertThat(answers(report)).isNotEmpty().allMatch(answer -> answer.endsWith(".200"));

    Files.createFile(outage);
    assertThat(
            run(Collections.emptyList(), "--day=good", "--outage=" + outage, "--report=" + report))
        .isZero();
    assertThat(answers(report)).isNotEmpty().allMatch(answer -> answer.endsWith(".503"));
  }

  @Test
  void explainsHowToMapTheRealHostNames() throws Exception {
    Path hosts = folder.resolve("hosts");
    Files.write(hosts, "127.0.0.1 localhost\n".getBytes(StandardCharsets.UTF_8));

    assertThat(run(Collections.singletonList("-Djdk.net.hosts.file=" + hosts))).isZero();

    assertThat(stdout())
        .contains("http://localhost:", "jdk.net.hosts.file does not map them")
        .doesNotContain("http://track.customer.io");
  }

  @Test
  void refusesAnOptionItDoesNotKnow() throws Exception {
    assertThat(run(Collections.emptyList(), "--colour=red")).isEqualTo(2);
    assertThat(stderr()).contains("unknown option colour", "--seconds=20");
  }

  private static Properties numbers(Path report) throws IOException {
    Properties numbers = new Properties();
    try (InputStream in = Files.newInputStream(report)) {
      numbers.load(in);
    }
    return numbers;
  }

  /** OPERATION.STATUS of all that was answered. */
  private static List<String> answers(Path report) throws IOException {
    List<String> answers = new ArrayList<>();
    for (String name : numbers(report).stringPropertyNames()) {
      if (name.startsWith("answered.")) {
        answers.add(name);
      }
    }
    return answers;
  }

  private int run(List<String> jvmOptions, String... more) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
    command.addAll(jvmOptions);
    command.add("-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("tmp")));
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add("io.cioagent.testapp.App");
    command.addAll(Arrays.asList(SHORT_RUN));
    command.addAll(Arrays.asList(more));
    ProcessBuilder builder = new ProcessBuilder(command);
    // A developer's own keys or JVM options must not reach the real Customer.io from a test.
    builder.environment().keySet().removeIf(key -> key.startsWith("CUSTOMERIO_"));
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.redirectOutput(folder.resolve("stdout").toFile());
    builder.redirectError(folder.resolve("stderr").toFile());
    Process process = builder.start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ends by itself").isTrue();
      return process.exitValue();
    } finally {
      process.destroyForcibly();
    }
  }

  private String stdout() throws IOException {
    return read("stdout");
  }

  private String stderr() throws IOException {
    return read("stderr");
  }

  private String[] tempFiles() {
    return folder.resolve("tmp").toFile().list();
  }

  private String read(String name) throws IOException {
    return new String(Files.readAllBytes(folder.resolve(name)), StandardCharsets.UTF_8);
  }
}
