package io.cioagent.core.config;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads {@code otel.resource.attributes} as the OpenTelemetry resource SDK specification says. */
final class ResourceAttributes {
  private ResourceAttributes() {}

  /**
   * Names and values, percent-decoded, in the order given. One bad pair spoils all of them, with
   * one warning. Empty for null.
   */
  static Map<String, String> parse(Given given, Warnings warnings) {
    Map<String, String> attributes = new LinkedHashMap<>();
    String text = given == null ? "" : given.value;
    int from = 0;
    while (from < text.length()) {
      int comma = text.indexOf(',', from);
      int to = comma < 0 ? text.length() : comma;
      if (!add(text.substring(from, to).trim(), attributes)) {
        warnings.unreadable(
            given, "a list of name=value, percent-encoded, separated by commas", "none of it");
        attributes.clear();
        break;
      }
      from = to + 1;
    }
    return attributes;
  }

  private static boolean add(String pair, Map<String, String> attributes) {
    if (pair.isEmpty()) {
      return true;
    }
    int equals = pair.indexOf('=');
    String name = equals < 1 ? null : decode(pair.substring(0, equals).trim());
    String value = equals < 1 ? null : decode(pair.substring(equals + 1).trim());
    if (name == null || name.isEmpty() || value == null) {
      return false;
    }
    attributes.put(name, value);
    return true;
  }

  /**
   * Null when a percent sign is not followed by two hexadecimal digits, or the bytes are no UTF-8.
   */
  private static String decode(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    byte[] decoded = new byte[encoded.length];
    int length = 0;
    for (int i = 0; i < encoded.length; i++) {
      if (encoded[i] != '%') {
        decoded[length++] = encoded[i];
        continue;
      }
      int high = i + 2 < encoded.length ? Character.digit(encoded[i + 1], 16) : -1;
      int low = i + 2 < encoded.length ? Character.digit(encoded[i + 2], 16) : -1;
      if (high < 0 || low < 0) {
        return null;
      }
      decoded[length++] = (byte) (high * 16 + low);
      i += 2;
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(decoded, 0, length))
          .toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }
}
