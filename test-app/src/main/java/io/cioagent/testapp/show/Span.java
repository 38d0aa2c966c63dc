package io.cioagent.testapp.show;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A span of /spans and the spans beneath it. */
final class Span {

  private static final double NANOS_PER_MILLI = 1e6;
  private static final String OK = "  OK";
  private static final String ERROR = "  ERROR";
  private static final String UNSET = "";

  final String id;
  final String parentId;
  final String name;
  final Map<String, String> attributes = new TreeMap<>();
  final List<Span> children = new ArrayList<>();

  /** Other spans that it has to do with, in words. */
  final List<String> links = new ArrayList<>();

  private final String traceId;
  private final long startNanos;
  private final double millis;
  private final String status;
  private final String message;
  private final String exception;

  Span(JsonNode json) {
    id = json.path("spanId").asText();
    parentId = json.path("parentSpanId").asText();
    traceId = json.path("traceId").asText();
    name = json.path("name").asText();
    startNanos = json.path("startTimeUnixNano").asLong();
    millis = (json.path("endTimeUnixNano").asLong() - startNanos) / NANOS_PER_MILLI;
    status = status(json.path("status").path("code").asText());
    message = json.path("status").path("message").asText();
    readAttributes(json, attributes);
    String thrown = "";
    for (JsonNode event : json.path("events")) {
      Map<String, String> facts = new TreeMap<>();
      readAttributes(event, facts);
      thrown = facts.getOrDefault("exception.type", thrown);
    }
    exception = thrown;
    for (JsonNode link : json.path("links")) {
      links.add(
          "span " + link.path("spanId").asText() + " of trace " + link.path("traceId").asText());
    }
  }

  boolean failed() {
    return status.equals(ERROR);
  }

  boolean isOperation(String operation) {
    return operation.equals(attributes.get("customerio.operation"));
  }

  boolean isWebhook(String eventType) {
    return eventType.equals(attributes.get("customerio.event_type"));
  }

  long startNanos() {
    return startNanos;
  }

  List<String> asTree() {
    List<String> lines = new ArrayList<>();
    lines.add("trace " + traceId);
    addTo(lines, "", "");
    return lines;
  }

  private void addTo(List<String> lines, String branch, String indent) {
    String outcome = status + (message.isEmpty() ? "" : " (" + message + ")");
    lines.add(String.format(Locale.ROOT, "%s%s  %.1f ms%s", branch, name, millis, outcome));
    attributes.forEach((key, value) -> lines.add(indent + "    " + key + " = " + value));
    if (!exception.isEmpty()) {
      lines.add(indent + "    exception " + exception);
    }
    links.forEach(link -> lines.add(indent + "    linked with " + link));
    for (int i = 0; i < children.size(); i++) {
      boolean last = i == children.size() - 1;
      children
          .get(i)
          .addTo(lines, indent + (last ? "  └─ " : "  ├─ "), indent + (last ? "     " : "  │  "));
    }
  }

  private static void readAttributes(JsonNode json, Map<String, String> into) {
    for (JsonNode attribute : json.path("attributes")) {
      // The value is an object of one field, named after its type.
      JsonNode value = attribute.path("value").elements().next();
      into.put(
          attribute.path("key").asText(), value.isValueNode() ? value.asText() : value.toString());
    }
  }

  private static String status(String code) {
    switch (code) {
      case "1":
      case "STATUS_CODE_OK":
        return OK;
      case "2":
      case "STATUS_CODE_ERROR":
        return ERROR;
      default:
        // Left to the operation above, as OpenTelemetry wants it of an attempt that worked.
        return UNSET;
    }
  }
}
