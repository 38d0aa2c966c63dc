package io.cioagent.it.watch;

import io.cioagent.it.endpoint.Sample;
import io.cioagent.it.endpoint.Scrape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What was counted between two scrapes, one line for each operation and attempt.
 *
 * @param operations operation and {@code success}, {@code unknown} or error type, such as {@code
 *     identify 429}; the error type that is unknown is {@code unknown error}
 * @param attempts method, host, template, and status or else error type
 * @param contradictions where requests, errors and latencies disagree
 */
public record Counts(List<String> operations, List<String> attempts, List<String> contradictions) {

  private static final String REQUESTS = "customerio_api_requests_total";
  private static final String ERRORS = "customerio_api_errors_total";
  private static final String LATENCIES = "customerio_api_latency_ms_count";
  private static final String ATTEMPTS = "http_client_request_duration_seconds_count";

  public static Counts between(Scrape before, Scrape after) {
    Function<Sample, String> outcome = sample -> operation(sample) + " " + sample.label("status");
    List<String> requests = lines(before, after, REQUESTS, outcome);
    List<String> latencies = lines(before, after, LATENCIES, outcome);
    List<String> failed = lines(before, after, ERRORS, sample -> operation(sample) + " error");
    List<String> notFailed =
        requests.stream().filter(request -> !request.endsWith(" error")).toList();

    List<String> reported = new ArrayList<>(notFailed);
    reported.addAll(failed);
    Collections.sort(reported);
    List<String> contradictions = new ArrayList<>();
    if (!reported.equals(requests)) {
      contradictions.add("requests " + requests + ", errors " + failed);
    }
    if (!latencies.equals(requests)) {
      contradictions.add("requests " + requests + ", latencies " + latencies);
    }

    List<String> operations = new ArrayList<>(notFailed);
    operations.addAll(
        lines(before, after, ERRORS, sample -> operation(sample) + " " + reason(sample)));
    Collections.sort(operations);
    return new Counts(operations, lines(before, after, ATTEMPTS, Counts::attempt), contradictions);
  }

  private static String operation(Sample sample) {
    return sample.label("operation");
  }

  private static String errorType(Sample sample) {
    return sample.label("error_type");
  }

  /** An error of unknown type is something else than an unknown outcome. */
  private static String reason(Sample sample) {
    String errorType = errorType(sample);
    return errorType.equals("unknown") ? "unknown error" : errorType;
  }

  private static String attempt(Sample sample) {
    String status = sample.label("http_response_status_code");
    return String.join(
        " ",
        sample.label("http_request_method"),
        sample.label("server_address"),
        sample.label("url_template"),
        status.isEmpty() ? errorType(sample) : status);
  }

  private static List<String> lines(
      Scrape before, Scrape after, String name, Function<Sample, String> line) {
    List<String> lines = new ArrayList<>();
    for (Map.Entry<Sample, Long> grown : after.growth(before, name).entrySet()) {
      lines.addAll(Collections.nCopies(grown.getValue().intValue(), line.apply(grown.getKey())));
    }
    Collections.sort(lines);
    return lines;
  }
}
