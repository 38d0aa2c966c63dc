package io.cioagent.it.monitoring;

import io.cioagent.it.endpoint.Endpoint;
import io.cioagent.it.harness.Build;
import io.cioagent.it.harness.Jdk;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Test apps under the agent, each a job of its own for {@link Prometheus}. */
final class Shops implements AutoCloseable {

  private static final String KEY = "stand-in-signing-key-of-the-shops";

  private final Path folder = Build.scratch("shops");
  private final Map<String, RunningJvm> jvms = new LinkedHashMap<>();

  Shops() {
    write("hosts", "127.0.0.1 localhost track.customer.io api.customer.io\n");
    write("signing-key", KEY);
  }

  /**
   * Opens a shop and returns its agent's endpoint.
   *
   * @param day good or bad
   */
  Endpoint open(String job, String day) {
    RunningJvm jvm =
        Jvm.on(Jdk.running())
            .agent("service-name=" + job, "webhook.paths=/hooks/customerio")
            .setting("webhook.signing-key-file", folder.resolve("signing-key").toString())
            .option("-Djdk.net.hosts.file=" + folder.resolve("hosts"))
            .startJar(
                Build.testAppJar(),
                "--seconds=0",
                "--rate=20",
                "--threads=4",
                "--day=" + day,
                "--outage=" + outage(job),
                "--signing-key-file=" + folder.resolve("signing-key"));
    jvms.put(job, jvm);
    return jvm.endpoint();
  }

  /** While this file exists Customer.io answers this shop's requests with 503. */
  Path outage(String job) {
    return folder.resolve("outage-" + job);
  }

  Endpoint endpoint(String job) {
    return jvms.get(job).endpoint();
  }

  /** The agent's warnings of all shops; there should be none. */
  List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    for (RunningJvm jvm : jvms.values()) {
      jvm.stderr().stream()
          .filter(line -> line.startsWith(RunningJvm.PREFIX) && !line.contains(" INFO "))
          .forEach(warnings::add);
    }
    return warnings;
  }

  void close(String job) {
    jvms.get(job).kill();
  }

  private void write(String name, String text) {
    try {
      Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    jvms.values().forEach(RunningJvm::kill);
  }
}
