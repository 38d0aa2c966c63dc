package io.cioagent.testapp.show;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is not as it should be. An empty list is the demo's whole proof, so it asks for much. */
final class Findings {

  /**
   * What the test app's bad day is made of; each must have been seen as an error of an operation.
   */
  private static final String[] EXPECTED_ERRORS = {"401", "500", "503", "timeout", "dns"};

  private static final int CLIENT_ATTEMPTS = 3;

  /** Customers' addresses and phone numbers, as they are and as they look in a path. */
  private static final Pattern PERSONAL =
      Pattern.compile(
          "[a-z0-9.]+(\\+|%2B)\\d+(@|%40)example\\.com|555 ?0100", Pattern.CASE_INSENSITIVE);

  private final List<String> list = new ArrayList<>();

  List<String> list() {
    return list;
  }

  void checkMetrics(Scrape scrape) {
    for (String operation : new String[] {"identify", "track"}) {
      long count = scrape.sum(Scrape.REQUESTS, "operation", operation, "status", "success");
      expect(count > 0, "no %s counted as a success in %s", operation, Scrape.REQUESTS);
    }
    Map<String, Long> errors = scrape.errorsByType();
    for (String type : EXPECTED_ERRORS) {
      expect(
          errors.getOrDefault(type, 0L) > 0,
          "no error of type %s in %s, which has %s",
          type,
          Scrape.ERRORS,
          errors);
    }
    long refused = scrape.attemptsByResult().getOrDefault("429", 0L);
    expect(refused > 0, "no attempt answered by 429 in %s", Scrape.ATTEMPTS);
    // The client gives up after three, so each such error has at least three attempts to show.
    long givenUp = errors.getOrDefault("429", 0L);
    expect(
        givenUp * CLIENT_ATTEMPTS <= refused,
        "a 429 whose retry succeeded is counted as an error: %d errors, %d attempts",
        givenUp,
        refused);
  }

  /** The run is over, so the numbers must agree to the last one. */
  void checkAgainst(Report report, Scrape scrape) {
    for (String operation : report.operations()) {
      long called = report.reported(operation, "ok") + report.reported(operation, "failed");
      long counted = scrape.sum(Scrape.REQUESTS, "operation", operation);
      expect(
          called == counted,
          "the shop called %s %d times, the agent counts %d",
          operation,
          called,
          counted);
      long errors = scrape.sum(Scrape.ERRORS, "operation", operation);
      long failed = scrape.sum(Scrape.REQUESTS, "operation", operation, "status", "error");
      expect(
          errors == failed,
          "%s has %d errors in %s and %d in %s",
          operation,
          errors,
          Scrape.ERRORS,
          failed,
          Scrape.REQUESTS);
    }
    for (Sample sample : scrape.of(Scrape.REQUESTS)) {
      long latencies =
          scrape.sum(
              Scrape.LATENCY + "_count",
              "operation",
              sample.label("operation"),
              "status",
              sample.label("status"));
      expect(
          latencies == Math.round(sample.value),
          "%s has %d latencies of what %s counts as %.0f",
          Scrape.LATENCY,
          latencies,
          sample.line,
          sample.value);
    }
    Map<String, Long> attempts = new TreeMap<>(scrape.attemptsByResult());
    // These got no response, so the stand-in cannot know of them.
    attempts.remove("dns");
    expect(
        attempts.equals(report.answers()),
        "the stand-in answered %s, the agent counts attempts %s",
        report.answers(),
        attempts);
  }

  /** Nothing that names a customer may leave the agent. */
  void checkPrivacy(String where, String text) {
    Matcher matcher = PERSONAL.matcher(text);
    expect(!matcher.find(), "%s holds personal data of a customer", where);
  }

  // The annotation that Error Prone asks for is not worth a dependency.
  @SuppressWarnings("AnnotateFormatMethod")
  void expect(boolean fulfilled, String otherwise, Object... details) {
    if (!fulfilled) {
      list.add(String.format(Locale.ROOT, otherwise, details));
    }
  }
}
