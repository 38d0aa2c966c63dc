package io.cioagent.benchmarks.webhooks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A process of {@link JettyReceiver}, with an agent or without. */
final class Receiver implements AutoCloseable {
  private static final Pattern ENDPOINT = Pattern.compile("http://\\S+/metrics");

  private final Process process;
  private final BufferedReader output;
  private final int port;
  private final String metrics;

  /** What the process says of itself after a collection. */
  static final class State {
    final long heapBytes;
    final long processorNanos;

    private State(String[] words) {
      heapBytes = Long.parseLong(words[1]);
      processorNanos = Long.parseLong(words[2]);
    }
  }

  /**
   * @param agent a jar, null for none
   */
  Receiver(String agent) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Paths.get(System.getProperty("java.home"), "bin", "java").toString());
    Collections.addAll(command, "-Xmx256m", "-Dorg.eclipse.jetty.LEVEL=OFF");
    if (agent != null) {
      command.add("-javaagent:" + agent + "=prometheus.port=0");
    }
    Collections.addAll(
        command, "-cp", System.getProperty("java.class.path"), JettyReceiver.class.getName());
    process = new ProcessBuilder(command).start();
    output = reader(process.getInputStream());
    port = Integer.parseInt(output.readLine().split(" ", 2)[1]);
    metrics = agent == null ? null : endpoint();
  }

  private static BufferedReader reader(InputStream in) {
    return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
  }

  private String endpoint() throws IOException {
    BufferedReader errors = reader(process.getErrorStream());
    for (String line = errors.readLine(); line != null; line = errors.readLine()) {
      Matcher matcher = ENDPOINT.matcher(line);
      if (matcher.find()) {
        return matcher.group();
      }
    }
    throw new IOException("the agent names no endpoint");
  }

  int port() {
    return port;
  }

  State state() throws IOException {
    OutputStream commands = process.getOutputStream();
    commands.write('\n');
    commands.flush();
    return new State(output.readLine().split(" ", -1));
  }

  /** Fails unless the agent, if there is one, has counted just so many, each in its place. */
  void checkCounted(int webhooks) throws IOException {
    if (metrics == null) {
      return;
    }
    List<String> lines = new ArrayList<>();
    try (BufferedReader in = reader(new URL(metrics).openStream())) {
      in.lines().forEach(lines::add);
    }
    for (String sample :
        new String[] {
          "customerio_webhook_received_total{event_type=\"email_delivered\"} ",
          "customerio_email_delivered_total{campaign_type=\"campaign\"} "
        }) {
      if (lines.stream().noneMatch(line -> isNumber(line, sample, webhooks))) {
        throw new IOException("not " + webhooks + " in " + sample + ": " + lines);
      }
    }
  }

  private static boolean isNumber(String line, String sample, int expected) {
    return line.startsWith(sample)
        && Double.parseDouble(line.substring(sample.length())) == expected;
  }

  @Override
  public void close() {
    process.destroy();
  }
}
