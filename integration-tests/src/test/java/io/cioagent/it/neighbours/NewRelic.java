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
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** New Relic's agent, whose server speaks TLS and knows its customers: it reaches none here. */
final class NewRelic implements Neighbour {

  /** A client of HTTP, by its package of instrumentation. */
  private static final Pattern WOVEN =
      Pattern.compile(
          "(\\S+): weaved target \\S*-((?:okhttp3|java/net|sun/net|jdk/internal/net)/\\S*[Hh]ttp\\S*|okhttp3\\S+)");

  private static final Pattern FAILED =
      Pattern.compile("(?:WARN|ERROR|SEVERE).*(?:class|instrument|weav|transform|Verify|Linkage)");

  private final Path jar;
  private final Path logs = Build.scratch("new-relic");
  private final DeadPort server = DeadPort.refusing();

  NewRelic(String version, Jdk jdk) {
    jar = MavenRepository.jars(List.of("com.newrelic.agent.java:newrelic-agent:" + version)).get(0);
  }

  @Override
  public void join(Jvm jvm) {
    jvm.agentWith(jar, "");
    jvm.option("-Dnewrelic.config.app_name=shop");
    jvm.option("-Dnewrelic.config.license_key=" + "ab".repeat(20));
    jvm.option("-Dnewrelic.config.host=127.0.0.1");
    jvm.option("-Dnewrelic.config.port=" + server.port());
    for (String ingest : List.of("metric", "event")) {
      jvm.option(
          "-Dnewrelic.config." + ingest + "_ingest_uri=https://127.0.0.1:" + server.port() + "/");
    }
    jvm.option("-Dnewrelic.config.log_file_path=" + logs);
    jvm.option("-Dnewrelic.config.log_level=fine");
  }

  /** The classes that it has woven for its own ends, and what went wrong with any class. */
  @Override
  public List<String> counts() throws IOException {
    SortedSet<String> counts = new TreeSet<>();
    for (String line : Files.readAllLines(logs.resolve("newrelic_agent.log"))) {
      Matcher woven = WOVEN.matcher(line);
      if (woven.find()) {
        counts.add(woven.group(1) + " " + woven.group(2));
      } else if (FAILED.matcher(line).find()) {
        counts.add(line);
      }
    }
    return List.copyOf(counts);
  }

  @Override
  public void close() {
    server.close();
  }
}
