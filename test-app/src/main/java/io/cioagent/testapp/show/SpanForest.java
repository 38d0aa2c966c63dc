package io.cioagent.testapp.show;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The spans of /spans, children under their parents. */
final class SpanForest {

  private final List<Span> roots = new ArrayList<>();

  SpanForest(String json) throws JsonProcessingException {
    Map<String, Span> byId = new LinkedHashMap<>();
    for (JsonNode resource : new ObjectMapper().readTree(json).path("resourceSpans")) {
      for (JsonNode scope : resource.path("scopeSpans")) {
        for (JsonNode node : scope.path("spans")) {
          Span span = new Span(node);
          byId.put(span.id, span);
        }
      }
    }
    for (Span span : byId.values()) {
      Span parent = byId.get(span.parentId);
      (parent == null ? roots : parent.children).add(span);
    }
    byId.values().forEach(span -> span.children.sort(Comparator.comparingLong(Span::startNanos)));
  }

  boolean isEmpty() {
    return roots.isEmpty();
  }

  /** The first operation that fits; operations are the spans that have no parent here. */
  Optional<Span> find(Predicate<Span> wanted) {
    return roots.stream().filter(wanted).findFirst();
  }
}
