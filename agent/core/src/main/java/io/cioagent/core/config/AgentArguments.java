package io.cioagent.core.config;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the text after the {@code =} of {@code -javaagent:customerio-agent.jar=}. */
final class AgentArguments {
  static final String SOURCE = "agent argument ";

  /** Settings with a list as their value: the value continues after the comma that ends a piece. */
  private static final List<String> LISTS =
      Arrays.asList(
          Setting.HOSTS.key(),
          Setting.CLIENT_METHODS.key(),
          Setting.LOG_PII_FIELDS.key(),
          OtelSetting.TRACES_EXPORTER.property(),
          OtelSetting.METRICS_EXPORTER.property(),
          OtelSetting.LOGS_EXPORTER.property());

  private final Map<String, String> values = new LinkedHashMap<>();
  private final Warnings warnings;

  /** The setting that a piece without a name continues; null unless its value is a list. */
  private @Nullable String open;

  private AgentArguments(Warnings warnings) {
    this.warnings = warnings;
  }

  /** Values by key without prefix; the last one if a key is repeated. */
  static Map<String, String> parse(@Nullable String text, Warnings warnings) {
    AgentArguments arguments = new AgentArguments(warnings);
    if (text != null) {
      arguments.split(text);
    }
    return arguments.values;
  }

  /** Commas within brackets are part of a value. */
  private void split(String text) {
    int depth = 0;
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '[') {
        depth++;
      } else if (c == ']') {
        depth--;
      } else if (c == ',' && depth <= 0) {
        add(text.substring(from, i).trim());
        from = i + 1;
      }
    }
    add(text.substring(from).trim());
  }

  private void add(String piece) {
    if (piece.isEmpty()) {
      return;
    }
    int equals = piece.indexOf('=');
    int bracket = piece.indexOf('[');
    if (equals > 0 && (bracket < 0 || equals < bracket)) {
      String key = withoutPrefix(piece.substring(0, equals).trim());
      values.put(key, piece.substring(equals + 1).trim());
      open = LISTS.contains(key) ? key : null;
    } else if (open != null) {
      values.put(open, values.get(open) + "," + piece);
    } else {
      warnings.about(new RawValue("", SOURCE.trim(), piece), "is not NAME=VALUE and is ignored");
    }
  }

  private static String withoutPrefix(String key) {
    return key.startsWith(Setting.PROPERTY_PREFIX)
        ? key.substring(Setting.PROPERTY_PREFIX.length())
        : key;
  }
}
