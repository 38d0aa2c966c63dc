package io.cioagent.core.oplog;

import com.fasterxml.jackson.core.JsonGenerator;
import io.cioagent.core.privacy.MaskedData;
import io.cioagent.core.privacy.MaskedText;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes masked data as JSON within a limit of bytes; data beyond it is cut and marked. */
final class DataWriter {
  private static final int QUOTES = 2;
  private static final int BRACKETS = 2;
  private static final int COMMA = 1;
  private static final int COLON = 1;

  /** The length of the mark with its quotes, which can replace any value. */
  private static final int MARK = MaskedData.CUT.length() + QUOTES;

  /** The length of the mark as the last field of an object. */
  private static final int LAST_FIELD = MARK + COLON + MaskedText.CUT.length() + QUOTES + COMMA;

  private final JsonGenerator out;

  DataWriter(JsonGenerator out) {
    this.out = out;
  }

  /** Writes at most {@code room} bytes, which must be about ten or more; returns their number. */
  int write(MaskedData data, int room) throws IOException {
    return value(data.tree(), room);
  }

  private int value(@Nullable Object value, int room) throws IOException {
    if (value instanceof Map && room >= BRACKETS + LAST_FIELD) {
      return object((Map<?, ?>) value, room);
    }
    if (value instanceof List && room >= BRACKETS + MARK + COMMA) {
      return array((List<?>) value, room);
    }
    if (value instanceof String) {
      String text = JsonText.cut((String) value, room - QUOTES);
      out.writeString(text);
      return JsonText.length(text) + QUOTES;
    }
    boolean container = value instanceof Map || value instanceof List;
    int length = container ? room + 1 : String.valueOf(value).length();
    if (length > room) {
      out.writeString(MaskedData.CUT);
      return MARK;
    }
    scalar(value);
    return length;
  }

  private void scalar(@Nullable Object value) throws IOException {
    if (value == null) {
      out.writeNull();
    } else if (value instanceof Boolean) {
      out.writeBoolean((Boolean) value);
    } else if (value instanceof BigDecimal) {
      out.writeNumber((BigDecimal) value);
    } else if (value instanceof BigInteger) {
      out.writeNumber((BigInteger) value);
    } else if (value instanceof Double) {
      out.writeNumber((Double) value);
    } else if (value instanceof Float) {
      out.writeNumber((Float) value);
    } else {
      out.writeNumber(((Number) value).longValue());
    }
  }

  private int object(Map<?, ?> fields, int room) throws IOException {
    out.writeStartObject();
    int used = BRACKETS;
    for (Map.Entry<?, ?> field : fields.entrySet()) {
      String name = (String) field.getKey();
      int before = JsonText.length(name) + QUOTES + COLON + COMMA;
      int left = room - used - before - LAST_FIELD;
      if (left < MARK) {
        out.writeStringField(MaskedText.CUT, MaskedData.CUT);
        used += LAST_FIELD;
        break;
      }
      out.writeFieldName(name);
      used += before + value(field.getValue(), left);
    }
    out.writeEndObject();
    return used;
  }

  private int array(List<?> values, int room) throws IOException {
    out.writeStartArray();
    int used = BRACKETS;
    for (Iterator<?> each = values.iterator(); each.hasNext(); ) {
      int left = room - used - COMMA - MARK - COMMA;
      if (left < MARK) {
        out.writeString(MaskedData.CUT);
        used += MARK + COMMA;
        break;
      }
      used += COMMA + value(each.next(), left);
    }
    out.writeEndArray();
    return used;
  }
}
