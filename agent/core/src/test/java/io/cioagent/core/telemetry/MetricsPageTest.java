package io.cioagent.core.telemetry;

import static io.cioagent.core.GeneratedPart.code;
import static io.cioagent.core.GeneratedPart.row;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.cioagent.core.GeneratedPart;
import io.cioagent.core.call.AnswerBody;
import io.cioagent.core.call.Exchange;
import io.cioagent.core.operation.Operation;
import io.cioagent.core.webhook.WebhookRequest;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Checks that the documentation of the metrics matches a scrape after every kind of event. */
class MetricsPageTest {
  private static final Pattern FACT = Pattern.compile("# (TYPE|HELP) (\\S+) (.*)");
  private static final Pattern SERIES =
      Pattern.compile("(\\w+?)(?:_bucket|_count|_sum)?(?:\\{(.*)})? \\S+");
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"(?:[^\"\\\\]|\\\\.)*\"");

  /** Its labels are the resource attributes, which are arbitrary. */
  private static final String RESOURCE = "target_info";

  @Test
  void pageListsAllMetrics() throws IOException {
    RunningTelemetry running = new RunningTelemetry();
    running.identify("1", 200);
    running.call(Operation.TRACK, "1", "bought", 429);
    send(running);
    receive(running);

    Map<String, String> types = new TreeMap<>();
    Map<String, String> help = new TreeMap<>();
    Map<String, Set<String>> labels = new TreeMap<>();
    for (String line : running.get("/metrics").body.split("\n")) {
      Matcher fact = FACT.matcher(line);
      if (fact.matches()) {
        (fact.group(1).equals("TYPE") ? types : help).put(fact.group(2), fact.group(3));
      } else {
        addLabels(line, labels);
      }
    }
    types.remove(RESOURCE);
    StringBuilder table = new StringBuilder(row("metric", "type", "labels", "meaning"));
    table.append("|---|---|---|---|\n");
    types.forEach(
        (name, type) ->
            table.append(row(code(name), type, words(labels.get(name)), help.get(name))));
    GeneratedPart.check("metrics.md", "metrics", table.toString());
  }

  private static void addLabels(String line, Map<String, Set<String>> labels) {
    Matcher series = SERIES.matcher(line);
    if (series.matches()) {
      Set<String> of = labels.computeIfAbsent(series.group(1), name -> new TreeSet<>());
      Matcher label = LABEL.matcher(series.group(2) == null ? "" : series.group(2));
      while (label.find()) {
        if (!label.group(1).equals("le")) {
          of.add(label.group(1));
        }
      }
    }
  }

  private static String words(Set<String> labels) {
    return labels.stream().map(GeneratedPart::code).collect(Collectors.joining(", "));
  }

  private static void send(RunningTelemetry running) {
    Exchange exchange = running.observer.startExchange();
    exchange.attempt("POST", "https", "api.customer.io", -1, "/v1/send/email");
    exchange.answered(200);
    exchange.end(200, null);
    AnswerBody body = exchange.answerBody();
    byte[] answer = "{\"delivery_id\":\"dlv-1\",\"queued_at\":1}".getBytes(UTF_8);
    body.read(answer, 0, answer.length);
    body.end();
  }

  private static void receive(RunningTelemetry running) {
    String event =
        "{\"event_id\":\"e1\",\"object_type\":\"email\",\"metric\":\"delivered\","
            + "\"timestamp\":1789000000,\"data\":{\"delivery_id\":\"dlv-1\"}}";
    byte[] bytes = event.getBytes(UTF_8);
    WebhookRequest request =
        running.observer.webhooks().begin("/hooks", "x", "1", null, bytes.length);
    request.read(bytes, 0, bytes.length);
    request.answered(200);
    request.end();
  }
}
