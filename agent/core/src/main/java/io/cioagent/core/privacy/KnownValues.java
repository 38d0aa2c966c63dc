package io.cioagent.core.privacy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.net.URL;
import java.nio.CharBuffer;
import java.time.Instant;
import java.util.Calendar;
import java.util.Currency;
import java.util.Date;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Values that may be shown as text. Any other object is shown as its class name alone, because the
 * {@code toString} of an application's class may return anything.
 */
final class KnownValues {
  /** Larger numbers do not occur in real data. */
  private static final int MOST_BITS = 512;

  /** The loader of JDK classes outside the boot class path, such as {@code java.sql}. */
  private static final ClassLoader PLATFORM = ClassLoader.getSystemClassLoader().getParent();

  private KnownValues() {}

  /** Null if code of the application would create the text. */
  static @Nullable String text(CharSequence raw) {
    boolean known =
        raw instanceof String
            || raw instanceof StringBuilder
            || raw instanceof StringBuffer
            || raw instanceof CharBuffer;
    return known ? raw.toString() : null;
  }

  private static boolean isOfJdk(Object raw) {
    ClassLoader loader = raw.getClass().getClassLoader();
    return loader == null || loader == PLATFORM;
  }

  /** A text that is not masked yet, a number, or a Boolean; null for null. */
  static @Nullable Object of(@Nullable Object raw) {
    if (raw == null || raw instanceof Boolean) {
      return raw;
    }
    if (raw instanceof Number) {
      return number((Number) raw);
    }
    if (raw instanceof Character) {
      return raw.toString();
    }
    if (raw instanceof Enum) {
      return ((Enum<?>) raw).name();
    }
    if (raw.getClass().isArray()) {
      return raw instanceof char[] ? new String((char[]) raw) : mark(raw);
    }
    if (!isOfJdk(raw)) {
      return mark(raw);
    }
    Object moment = moment(raw);
    return moment == null ? other(raw) : moment;
  }

  private static Object number(Number raw) {
    Class<?> type = raw.getClass();
    if (type == Long.class || type == Integer.class || type == Short.class || type == Byte.class) {
      return raw;
    }
    if (type == Double.class || type == Float.class) {
      double value = raw.doubleValue();
      return Double.isNaN(value) || Double.isInfinite(value) ? raw.toString() : raw;
    }
    if (type == BigDecimal.class) {
      return ((BigDecimal) raw).unscaledValue().bitLength() > MOST_BITS ? mark(raw) : raw;
    }
    if (type == BigInteger.class) {
      return ((BigInteger) raw).bitLength() > MOST_BITS ? mark(raw) : raw;
    }
    return type == AtomicInteger.class || type == AtomicLong.class ? raw.longValue() : mark(raw);
  }

  @SuppressWarnings("JavaUtilDate")
  @Nullable // what applications pass
  private static String moment(Object raw) {
    if (raw instanceof Date) {
      // java.sql.Date does not support toInstant().
      return Instant.ofEpochMilli(((Date) raw).getTime()).toString();
    }
    if (raw instanceof Calendar) {
      // Uses a copy, because reading a calendar's time may change its state.
      Calendar copy = (Calendar) ((Calendar) raw).clone();
      return Instant.ofEpochMilli(copy.getTimeInMillis()).toString();
    }
    return raw.getClass().getName().startsWith("java.time.") ? raw.toString() : null;
  }

  private static @Nullable Object other(Object raw) {
    if (raw instanceof UUID || raw instanceof Locale || raw instanceof Currency) {
      return raw.toString();
    }
    if (raw instanceof URI) {
      return raw.toString();
    }
    if (raw instanceof URL) {
      return url((URL) raw);
    }
    if (raw instanceof TimeZone) {
      return ((TimeZone) raw).getID();
    }
    if (raw instanceof AtomicBoolean) {
      return ((AtomicBoolean) raw).get();
    }
    return optional(raw);
  }

  /**
   * Builds the text here, because URL.toString() calls a handler that may belong to the
   * application.
   */
  private static String url(URL raw) {
    String authority = raw.getAuthority();
    return raw.getProtocol() + ':' + (authority == null ? "" : "//" + authority) + raw.getFile();
  }

  private static @Nullable Object optional(Object raw) {
    if (raw instanceof OptionalInt) {
      OptionalInt value = (OptionalInt) raw;
      return value.isPresent() ? value.getAsInt() : null;
    }
    if (raw instanceof OptionalLong) {
      OptionalLong value = (OptionalLong) raw;
      return value.isPresent() ? value.getAsLong() : null;
    }
    if (raw instanceof OptionalDouble) {
      OptionalDouble value = (OptionalDouble) raw;
      return value.isPresent() ? of(value.getAsDouble()) : null;
    }
    return mark(raw);
  }

  static String mark(Object raw) {
    return '[' + raw.getClass().getTypeName() + ']';
  }
}
