package io.cioagent.it.endpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A finished span as in OTLP/JSON.
 *
 * @param attributes by name, every value as text
 * @param resource the attributes of what it came from
 * @param kind the number of the protocol: 3 is CLIENT
 * @param status the number of the protocol: 0 unset, 1 OK, 2 ERROR
 * @param exceptions the attributes of each exception event
 */
public record Span(
    String name,
    String traceId,
    String spanId,
    String parentSpanId,
    int kind,
    int status,
    String message,
    Map<String, String> attributes,
    Map<String, String> resource,
    List<Map<String, String>> exceptions,
    long startNanos,
    long endNanos) {

  public static final int CLIENT = 3;
  public static final int OK = 1;
  public static final int ERROR = 2;

  private static final ObjectMapper JSON = new ObjectMapper();

  /** All spans of a document. */
  public static List<Span> parse(String text) {
    JsonNode root;
    try {
      root = JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError("not JSON: " + text, e);
    }
    if (!root.has("resourceSpans")) {
      throw new AssertionError("not OTLP: " + text);
    }
    List<Span> spans = new ArrayList<>();
    for (JsonNode resource : root.path("resourceSpans")) {
      Map<String, String> of = attributes(resource.path("resource"));
      for (JsonNode scope : resource.path("scopeSpans")) {
        for (JsonNode span : scope.path("spans")) {
          spans.add(parse(span, of));
        }
      }
    }
    return spans;
  }

  private static Span parse(JsonNode span, Map<String, String> resource) {
    List<Map<String, String>> exceptions = new ArrayList<>();
    for (JsonNode event : span.path("events")) {
      if (event.path("name").asText().equals("exception")) {
        exceptions.add(attributes(event));
      }
    }
    return new Span(
        span.path("name").asText(),
        span.path("traceId").asText(),
        span.path("spanId").asText(),
        span.path("parentSpanId").asText(),
        span.path("kind").asInt(),
        span.path("status").path("code").asInt(),
        span.path("status").path("message").asText(),
        attributes(span),
        resource,
        exceptions,
        span.path("startTimeUnixNano").asLong(),
        span.path("endTimeUnixNano").asLong());
  }

  /** Whether nothing is above it. */
  public boolean isRoot() {
    return parentSpanId.isEmpty();
  }

  public String attribute(String name) {
    return attributes.get(name);
  }

  private static Map<String, String> attributes(JsonNode of) {
    Map<String, String> attributes = new TreeMap<>();
    for (JsonNode attribute : of.path("attributes")) {
      JsonNode value = attribute.path("value");
      attributes.put(
          attribute.path("key").asText(), value.isEmpty() ? "" : value.elements().next().asText());
    }
    return attributes;
  }
}
