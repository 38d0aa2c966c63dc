package io.cioagent.it.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.endpoint.Endpoint;
import io.cioagent.it.endpoint.Sample;
import io.cioagent.it.endpoint.Scrape;
import io.cioagent.it.harness.Await;
import io.cioagent.it.harness.Jdk;
import io.cioagent.it.harness.RunningJvm;
import io.cioagent.it.standin.Reply;
import io.cioagent.it.standin.StandIn;
import io.cioagent.it.watch.Counts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The shop in a running server, and what must be right in every server. */
final class DeployedShop implements AutoCloseable {
  /** On a busy machine the largest servers take a minute. */
  private static final Duration START = Duration.ofMinutes(3);

  /** The exit code of a JVM that SIGTERM ends. */
  private static final int TERMINATED = 143;

  /** An exception or error with or without a message, not as part of the name of an option. */
  private static final Pattern THROWN = Pattern.compile("(Exception|Error)(:|$)");

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final StandIn standIn = StandIn.http();
  private final int port;
  private final RunningJvm server;

  /** That it is up, and each server that is not observed. */
  private int agentLines = 1;

  private DeployedShop(Jdk jdk, Launch.Server starter) throws Exception {
    try {
      port = Launch.freePort();
      server = starter.start(new Launch(jdk, port, "hosts=127.0.0.1:" + standIn.port()));
    } catch (Exception e) {
      standIn.close();
      throw e;
    }
  }

  /**
   * Starts a server, and waits until it has deployed the shop.
   *
   * @param line part of the line that the server prints then
   */
  static DeployedShop start(Jdk jdk, String line, Launch.Server starter) throws Exception {
    DeployedShop shop = new DeployedShop(jdk, starter);
    try {
      Await.found(line, START, () -> shop.isRunning() && shop.hasPrinted(line) ? line : null);
      return shop;
    } catch (AssertionError e) {
      shop.close();
      throw new AssertionError(shop.server.toString(), e);
    }
  }

  private boolean isRunning() {
    if (ProcessHandle.of(server.pid()).isEmpty()) {
      throw new AssertionError("the server has ended");
    }
    return true;
  }

  boolean hasPrinted(String text) {
    return Stream.concat(server.stdout().stream(), server.stderr().stream())
        .anyMatch(line -> line.contains(text));
  }

  Endpoint endpoint() {
    return server.endpoint();
  }

  /** A client call that succeeds and one that fails. */
  void assertClientObserved() throws Exception {
    Scrape before = endpoint().scrape();
    standIn.script(Reply.ok(), Reply.status(401));
    assertThat(identify()).isEqualTo("= 200");
    assertThat(identify()).isEqualTo("= 401");
    Counts counts = Counts.between(before, endpoint().scrape());
    assertThat(counts.operations()).containsExactly("identify 401", "identify success");
    assertThat(counts.attempts()).hasSize(2);
    assertThat(counts.contradictions()).isEmpty();
  }

  void assertWebhookObserved() throws Exception {
    double before = webhooks();
    double delivered = deliveries();
    receive("01E4C4CT6YDC7Y5M7FE1GWWPQJ");
    Await.until("the webhook", () -> webhooks() == before + 1);
    // Its body was seen, too.
    assertThat(deliveries()).isEqualTo(delivered + 1);
  }

  /** Spans and log lines of the server's only application so far name it. */
  void assertApplicationNamed() {
    assertThat(endpoint().spans())
        .filteredOn(span -> span.name().startsWith("customerio."))
        .hasSize(3)
        .allMatch(span -> "shop".equals(span.attributes().get("customerio.application")));
    Await.until("three lines", () -> server.operationLog().size() == 3);
    assertThat(server.operationLog()).allMatch(line -> line.contains("\"application\":\"shop\""));
  }

  /**
   * The receiver works, nothing is counted, and the agent says so.
   *
   * @param library the label of the server
   */
  void assertWebhookNotObserved(String library) throws Exception {
    double before = webhooks();
    receive("01E4C4CT6YDC7Y5M7FE1GWWPQJ");
    // A client call is counted later than the webhook was answered.
    identify();
    assertThat(webhooks()).isEqualTo(before);
    assertThat(
            endpoint()
                .scrape()
                .value(
                    "customerio_agent_instrumentation", "library", library, "state", "unsupported"))
        .isEqualTo(1);
    agentLines++;
  }

  private double webhooks() {
    return endpoint().scrape().sum("customerio_webhook_received_total");
  }

  private double deliveries() {
    return endpoint().scrape().of("customerio_webhook_received_total").stream()
        .filter(sample -> sample.label("event_type").equals("email_delivered"))
        .mapToDouble(Sample::value)
        .sum();
  }

  /** Lets the shop call Customer.io. */
  String identify() throws Exception {
    return get("/shop/?base=http://127.0.0.1:" + standIn.port());
  }

  /** Sends the shop a webhook. */
  void receive(String eventId) throws Exception {
    String body =
        "{\"event_id\":\""
            + eventId
            + "\",\"metric\":\"delivered\",\"object_type\":\"email\",\"timestamp\":1613063089,"
            + "\"data\":{\"delivery_id\":\"RPILAgUBcRhIBqSfeiIwdIYJKxTY\"}}";
    send(
        request("/shop/hook")
            .header("X-CIO-Timestamp", "1613063089")
            .header("X-CIO-Signature", "0".repeat(64))
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** Headers are given as name, value, name, value. */
  String get(String path, String... headers) throws Exception {
    HttpRequest.Builder request = request(path);
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .timeout(Await.SOON);
  }

  private static String send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> response =
        CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return response.body();
  }

  /** Ends the server as an operating system does, and looks at everything that it has printed. */
  void assertCleanExit() {
    ProcessHandle started = ProcessHandle.of(server.pid()).orElseThrow();
    // Some scripts and tools wait for the server that they start.
    started.children().findFirst().orElse(started).destroy();
    assertThat(server.exitCode()).isIn(0, TERMINATED);
    assertThat(agentLines()).as("lines of the agent").hasSize(agentLines);
    assertThat(Stream.concat(server.stdout().stream(), server.stderr().stream()))
        .filteredOn(line -> THROWN.matcher(line).find())
        .isEmpty();
  }

  private List<String> agentLines() {
    return server.stderr().stream().filter(line -> line.startsWith(RunningJvm.PREFIX)).toList();
  }

  /** Also ends a server that is the child of a script, after a failure. */
  @Override
  public void close() {
    ProcessHandle.of(server.pid())
        .ifPresent(
            started -> {
              started.descendants().forEach(ProcessHandle::destroyForcibly);
              server.kill();
            });
    standIn.close();
  }
}
