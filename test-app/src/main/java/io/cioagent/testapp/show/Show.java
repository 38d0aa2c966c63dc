package io.cioagent.testapp.show;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Prints what the agent has seen of the test app; exits with 1 if it is not what happened. */
public final class Show {

  private final Endpoint endpoint;
  private final Report report;
  private final PrintStream out;
  private final Findings findings = new Findings();

  private Show(Endpoint endpoint, Report report, PrintStream out) {
    this.endpoint = endpoint;
    this.report = report;
    this.out = out;
  }

  /**
   * Takes the endpoint's address and, where the run is over, the report file that the test app
   * wrote.
   */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length < 1 || arguments.length > 2) {
      System.err.println("Show ENDPOINT-ADDRESS [REPORT-FILE]");
      System.exit(2);
    }
    // The tree's branches are no ASCII, and the console's encoding is UTF-8 nearly everywhere.
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8.name());
    Path file = arguments.length == 2 ? Paths.get(arguments[1]) : null;
    Endpoint endpoint = new Endpoint(arguments[0]);
    Show show = new Show(endpoint, file == null ? null : new Report(file), out);
    try {
      show.metrics();
      show.spans();
    } catch (IOException | RuntimeException e) {
      show.findings.expect(false, "cannot read %s: %s", endpoint.url("/"), e);
    }
    for (String finding : show.findings.list()) {
      System.err.println("MISMATCH: " + finding);
    }
    if (!show.findings.list().isEmpty()) {
      System.exit(1);
    }
    if (file != null) {
      show.title(
          "All numbers match: each call is counted once with its true outcome, each request once,");
      out.println(
          "   and each webhook event once, however often it was sent. No address or phone number");
      out.println("   of a customer appears anywhere");
    }
  }

  private void metrics() throws IOException {
    String text = endpoint.get("/metrics");
    Scrape scrape = new Scrape(text);
    title("Operations (from " + endpoint.url("/metrics") + ", without zeros)");
    print(scrape, Scrape.REQUESTS);
    print(scrape, Scrape.ERRORS);
    title("Latency (from the histogram " + Scrape.LATENCY + ")");
    print(scrape.latencies());
    title("HTTP requests, retries included (from " + Scrape.ATTEMPTS + ")");
    print(scrape.attempts());
    if (report != null) {
      compare(scrape);
      findings.checkAgainst(report, scrape);
    }
    findings.checkMetrics(scrape);
    funnel(scrape);
    findings.checkPrivacy("/metrics", text);
  }

  private void funnel(Scrape scrape) {
    WebhookTruth truth = report == null ? null : new WebhookTruth(report);
    Funnel funnel = new Funnel(scrape);
    title("Message outcomes (from webhooks)");
    print(funnel.stages());
    out.println("  " + funnel.bounces());
    title(
        truth == null
            ? "Webhooks received"
            : "Webhooks sent by the simulated Customer.io, and counted by the agent");
    print(funnel.received(truth));
    title(
        truth == null
            ? "Failed webhooks"
            : "Failed webhooks: what happened, and what the agent counts");
    print(funnel.errors(truth));
    title("Delivery latency, webhook lag, and webhook duration");
    print(funnel.times());
    if (truth != null) {
      new WebhookFindings(truth, scrape, findings).check();
    }
  }

  private void print(List<String> lines) {
    lines.forEach(line -> out.println("  " + line));
  }

  private void print(Scrape scrape, String metric) {
    scrape.of(metric).forEach(sample -> out.println("  " + sample.line));
  }

  private void compare(Scrape scrape) {
    title("Outcomes according to the shop, and according to the agent");
    out.println(
        String.format("  %-18s %9s %9s  | %9s %9s", "", "ok", "failed", "success", "error"));
    for (String operation : report.operations()) {
      long failed = report.reported(operation, "failed");
      long errors = scrape.sum(Scrape.REQUESTS, "operation", operation, "status", "error");
      out.println(
          String.format(
              "  %-18s %9d %9d  | %9d %9d%s",
              operation,
              report.reported(operation, "ok"),
              failed,
              scrape.sum(Scrape.REQUESTS, "operation", operation, "status", "success"),
              errors,
              errors > failed ? "   <- errors that the shop never noticed" : ""));
    }
    title("What Customer.io (the stand-in) answered, and what the agent saw on the wire");
    Map<String, Long> seen = scrape.attemptsByResult();
    Map<String, Long> answered = report.answers();
    Map<String, Long> all = new TreeMap<>(answered);
    all.putAll(seen);
    for (String result : all.keySet()) {
      out.println(
          String.format(
              "  %-18s %9d            | %9d%s",
              result,
              answered.getOrDefault(result, 0L),
              seen.getOrDefault(result, 0L),
              result.equals("dns") ? "             (never got there)" : ""));
    }
  }

  private void spans() throws IOException {
    String text = endpoint.get("/spans");
    SpanForest spans = new SpanForest(text);
    findings.expect(!spans.isEmpty(), "/spans is empty");
    findings.checkPrivacy("/spans", text);
    print(
        "A call that worked at the second try, as spans (from " + endpoint.url("/spans") + ")",
        "an operation that succeeded after a failed attempt",
        spans.find(span -> !span.failed() && span.children.stream().anyMatch(Span::failed)));
    print(
        "A call whose error the client swallowed",
        "a failed suppress with its HTTP attempt",
        spans.find(
            span -> span.failed() && span.isOperation("suppress") && !span.children.isEmpty()));
    webhookSpan(spans);
  }

  private void webhookSpan(SpanForest spans) {
    print(
        "A click on an e-mail that the shop has sent, with the way back to the call that sent it",
        "a webhook that is linked with the span of its send",
        spans.find(span -> span.isWebhook("email_clicked") && !span.links.isEmpty()));
  }

  private void print(String title, String what, Optional<Span> span) {
    findings.expect(span.isPresent(), "/spans has no span of %s", what);
    if (span.isPresent()) {
      title(title);
      print(span.get().asTree());
    }
  }

  private void title(String text) {
    out.println();
    out.println("== " + text);
  }
}
