package io.cioagent.core.privacy;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A single traversal of application data, which may have any shape and may change concurrently.
 * Runs no code of the application.
 */
final class DataWalk {
  /** A log line has no room for more. */
  private static final int MOST_CHARACTERS = 16 * 1024;

  private static final int MOST_VALUES = 2048;
  private static final int DEEPEST = 16;

  /** Characters for quotes and separators of each value. */
  private static final int AROUND_A_VALUE = 4;

  /** Longer than any part of a text that would have been masked as a whole. */
  private static final int UNSURE_TAIL = 300;

  private static final String CYCLE = "[CYCLE]";
  private static final String UNREADABLE = "[UNREADABLE]";

  private final DataRules rules;
  private final @Nullable String hiddenId;

  /** The containers of the current value, outermost first. */
  private final List<Object> path = new ArrayList<>();

  private int characters;
  private int values;

  /**
   * @param hiddenId the user id where it is not to be shown, else null
   */
  DataWalk(DataRules rules, @Nullable String hiddenId) {
    this.rules = rules;
    this.hiddenId = hiddenId;
  }

  int characters() {
    return characters;
  }

  /** The masked form of {@code raw}; see {@link MaskedData#tree}. */
  @Nullable Object value(Object raw) {
    int depth = path.size();
    try {
      return count(masked(raw));
    } catch (Throwable e) {
      // For example a map that another thread changes, or a text that cannot be read.
      path.subList(depth, path.size()).clear();
      return count(UNREADABLE);
    }
  }

  private @Nullable Object count(@Nullable Object shown) {
    values++;
    characters += AROUND_A_VALUE;
    if (shown instanceof String) {
      characters += ((String) shown).length();
    }
    return shown;
  }

  private boolean isFull() {
    return characters >= MOST_CHARACTERS || values >= MOST_VALUES;
  }

  private @Nullable Object masked(@Nullable Object raw) {
    if (raw instanceof Optional) {
      return masked(((Optional<?>) raw).orElse(null));
    }
    if (raw instanceof CharSequence) {
      String known = KnownValues.text((CharSequence) raw);
      return known == null ? KnownValues.mark(raw) : text(known);
    }
    if (isArrayOfValues(raw)) {
      return container(raw, raw);
    }
    if (raw instanceof Map || raw instanceof Collection) {
      Object contents = Contents.of(raw);
      return contents == null ? KnownValues.mark(raw) : container(raw, contents);
    }
    Object known = KnownValues.of(raw);
    if (known instanceof Number) {
      return hiddenId != null && hiddenId.equals(known.toString()) ? MaskedText.REDACTED : known;
    }
    return known instanceof String ? text((String) known) : known;
  }

  /** Arrays of bytes and characters may be text, so their elements cannot be masked one by one. */
  private static boolean isArrayOfValues(@Nullable Object raw) {
    return raw != null
        && raw.getClass().isArray()
        && !(raw instanceof byte[])
        && !(raw instanceof char[]);
  }

  /**
   * @param contents the container to iterate instead of {@code raw}
   */
  private Object container(@Nullable Object raw, @Nullable Object contents) {
    for (int i = 0; i < path.size(); i++) {
      if (path.get(i) == raw) {
        return CYCLE;
      }
    }
    if (path.size() >= DEEPEST) {
      return MaskedData.CUT;
    }
    path.add(raw);
    Object shown;
    if (contents instanceof Map) {
      shown = map((Map<?, ?>) contents);
    } else {
      shown = contents instanceof Collection ? list((Collection<?>) contents) : array(contents);
    }
    path.remove(path.size() - 1);
    return shown;
  }

  private Object map(Map<?, ?> raw) {
    Map<String, Object> shown = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : raw.entrySet()) {
      if (isFull()) {
        shown.put(MaskedText.CUT, MaskedData.CUT);
        break;
      }
      Object key = masked(entry.getKey());
      String name = String.valueOf(key);
      // The original name is checked as well, because masking may have changed it.
      boolean hidden = rules.hides(name) || rules.hides(nameOf(entry.getKey()));
      count(name);
      Object value = hidden ? count(MaskedText.REDACTED) : value(entry.getValue());
      shown.put(unused(shown, name), value);
    }
    return Collections.unmodifiableMap(shown);
  }

  private static String nameOf(Object key) {
    if (key instanceof CharSequence) {
      String known = KnownValues.text((CharSequence) key);
      return known == null ? "" : known;
    }
    return key instanceof Enum ? ((Enum<?>) key).name() : "";
  }

  /** Two different keys may be equal once they are masked. */
  private static String unused(Map<String, Object> shown, String name) {
    String unused = name;
    for (int i = 2; shown.containsKey(unused); i++) {
      unused = name + ' ' + i;
    }
    return unused;
  }

  private Object list(Collection<?> raw) {
    List<Object> shown = new ArrayList<>();
    for (Object each : raw) {
      if (isFull()) {
        shown.add(MaskedData.CUT);
        break;
      }
      shown.add(value(each));
    }
    return Collections.unmodifiableList(shown);
  }

  private Object array(@Nullable Object raw) {
    List<Object> shown = new ArrayList<>();
    int length = Array.getLength(raw);
    for (int i = 0; i < length; i++) {
      if (isFull()) {
        shown.add(MaskedData.CUT);
        break;
      }
      shown.add(value(Array.get(raw, i)));
    }
    return Collections.unmodifiableList(shown);
  }

  private String text(String raw) {
    boolean cut = raw.length() > MOST_CHARACTERS;
    String text = cut ? raw.substring(0, MOST_CHARACTERS) : raw;
    if (hiddenId != null && text.contains(hiddenId)) {
      text = text.replace(hiddenId, MaskedText.REDACTED);
    }
    text = rules.maskedText(text);
    return cut && !text.endsWith(MaskedText.CUT)
        ? text.substring(0, Math.max(0, text.length() - UNSURE_TAIL)) + MaskedText.CUT
        : text;
  }
}
