package io.cioagent.testapp.customerio;

import java.util.Map;

/** Puts JSON together the old way; a library would be better, but this is what such shops have. */
final class JsonWriter {

  private JsonWriter() {}

  static String object(Map<?, ?> fields) {
    StringBuilder json = new StringBuilder(128);
    appendObject(json, fields);
    return json.toString();
  }

  private static void appendObject(StringBuilder json, Map<?, ?> fields) {
    json.append('{');
    boolean first = true;
    for (Map.Entry<?, ?> field : fields.entrySet()) {
      if (!first) {
        json.append(',');
      }
      first = false;
      appendString(json, String.valueOf(field.getKey()));
      json.append(':');
      appendValue(json, field.getValue());
    }
    json.append('}');
  }

  private static void appendValue(StringBuilder json, Object value) {
    if (value instanceof Map) {
      appendObject(json, (Map<?, ?>) value);
    } else if (value == null || value instanceof Boolean || isFinite(value)) {
      json.append(value);
    } else {
      appendString(json, value.toString());
    }
  }

  /** JSON knows no NaN and no infinity: those go out as strings. */
  private static boolean isFinite(Object value) {
    if (!(value instanceof Number)) {
      return false;
    }
    double number = ((Number) value).doubleValue();
    return !Double.isNaN(number) && !Double.isInfinite(number);
  }

  private static void appendString(StringBuilder json, String text) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ' || Character.isSurrogate(c)) {
        // Surrogates too: half a pair, as text cut in the middle has it, is no valid UTF-8.
        json.append(String.format("\\u%04x", (int) c));
      } else {
        json.append(c);
      }
    }
    json.append('"');
  }
}
