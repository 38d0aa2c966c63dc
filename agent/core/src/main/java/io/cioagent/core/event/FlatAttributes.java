package io.cioagent.core.event;

import io.opentelemetry.api.common.Attributes;
import java.util.ArrayList;
import java.util.List;

/** Attributes as the application's OpenTelemetry takes them, in types of the JDK. */
public final class FlatAttributes {
  private FlatAttributes() {}

  /** Names and values in turn. */
  public static Object[] of(Attributes attributes) {
    List<Object> flat = new ArrayList<>(attributes.size() * 2);
    attributes.forEach(
        (key, value) -> {
          flat.add(key.getKey());
          flat.add(value instanceof Long ? value : String.valueOf(value));
        });
    return flat.toArray();
  }
}
