package io.cioagent.core.config;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads percent-encoded {@code name=value,name=value} lists in OpenTelemetry's format. */
final class NamedValues {
  private NamedValues() {}

  /** The decoded pairs in their order; null if any pair is invalid. */
  static @Nullable Map<String, String> parse(String text) {
    Map<String, String> values = new LinkedHashMap<>();
    int from = 0;
    while (from < text.length()) {
      int comma = text.indexOf(',', from);
      int to = comma < 0 ? text.length() : comma;
      if (!add(text.substring(from, to).trim(), values)) {
        return null;
      }
      from = to + 1;
    }
    return values;
  }

  private static boolean add(String pair, Map<String, String> values) {
    if (pair.isEmpty()) {
      return true;
    }
    int equals = pair.indexOf('=');
    String name = equals < 1 ? null : decode(pair.substring(0, equals).trim());
    String value = equals < 1 ? null : decode(pair.substring(equals + 1).trim());
    if (name == null || name.isEmpty() || value == null) {
      return false;
    }
    values.put(name, value);
    return true;
  }

  /**
   * Null if a percent sign is not followed by two hexadecimal digits, or the bytes are not UTF-8.
   */
  private static @Nullable String decode(String text) {
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
