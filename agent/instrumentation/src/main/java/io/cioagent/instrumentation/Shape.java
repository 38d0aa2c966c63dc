package io.cioagent.instrumentation;

import io.cioagent.instrumentation.Advices.First;
import io.cioagent.instrumentation.Advices.Result;
import io.cioagent.instrumentation.Advices.Second;
import io.cioagent.instrumentation.Advices.Third;
import java.lang.annotation.Annotation;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import net.bytebuddy.asm.Advice;

/**
 * Where in a method the adapter is called, and with which values. For a library of the application
 * the first value is an object whose class leads to the library's class loader: the class itself or
 * its superclass is woven by the same instrumentation.
 */
public final class Shape {
  private final Class<?> advice;
  private final Map<Class<? extends Annotation>, Value> values;

  private Shape(Class<?> advice, Map<Class<? extends Annotation>, Value> values) {
    this.advice = advice;
    this.values = values;
  }

  private static Shape of(Class<?> advice, Value... values) {
    Map<Class<? extends Annotation>, Value> slots = new LinkedHashMap<>();
    slots.put(First.class, values[0]);
    slots.put(Second.class, values.length > 1 ? values[1] : Value.NONE);
    slots.put(Third.class, values.length > 2 ? values[2] : Value.NONE);
    return new Shape(advice, slots);
  }

  /** An event as the method begins. One to three values. */
  public static Shape before(Value... values) {
    return of(Advices.Before.class, values);
  }

  /** An event as the method returns; also for constructors. One to three values. */
  public static Shape after(Value... values) {
    return of(Advices.After.class, values);
  }

  /** An event as the method returns or throws. One to three values. */
  public static Shape atEnd(Value... values) {
    return of(Advices.AtEnd.class, values);
  }

  /** As the method begins, and as it returns or throws. One to three values for the beginning. */
  public static Shape around(Value... values) {
    return of(Advices.Around.class, values).passing(Value.RETURNED);
  }

  /** As {@link #around}; a method that throws has no end. */
  public static Shape aroundReturn(Value... values) {
    return of(Advices.AroundReturn.class, values).passing(Value.RETURNED);
  }

  /**
   * As the method begins: an {@link AroundAdapter} gets one to three values, and at once its end,
   * if it returned a scope. Only then is the {@link #passing passed} result made: for values that
   * cost something, such as numbers.
   */
  public static Shape beforeIf(Value... values) {
    return of(Advices.BeforeIf.class, values).passing(Value.NONE);
  }

  /** As {@link #beforeIf}, as the method returns; also for constructors. */
  public static Shape afterIf(Value... values) {
    return of(Advices.AfterIf.class, values).passing(Value.NONE);
  }

  /**
   * As {@link #around}. The end gets the returned object in an array of length one, and what is in
   * it then is returned to the application.
   */
  public static Shape aroundReplacing(Value... values) {
    return of(Advices.AroundReplacing.class, values);
  }

  /**
   * Around {@code int read(byte[] bytes, int offset, int length)} of a stream. A method that throws
   * has no end; at the end of the stream the result is null, else a {@link java.nio.ByteBuffer} of
   * what was read.
   */
  public static Shape aroundRead(Value... values) {
    return of(Advices.AroundRead.class, values);
  }

  /** An advice class of one library's own. */
  public static Shape special(Class<?> advice) {
    return new Shape(advice, Collections.emptyMap());
  }

  /** The same with this value as the result at the end instead of what is returned. */
  public Shape passing(Value result) {
    Map<Class<? extends Annotation>, Value> more = new LinkedHashMap<>(values);
    more.put(Result.class, result);
    return new Shape(advice, more);
  }

  /** For people, such as {@code Around[this, argument 0, none, returned]}. */
  @Override
  public String toString() {
    return advice.getSimpleName() + values.values();
  }

  /**
   * The advice to weave.
   *
   * @param point the number of the handler that it calls
   */
  public Advice advice(int point) {
    Advice.WithCustomMapping mapping = Advice.withCustomMapping().bind(Point.class, point);
    for (Map.Entry<Class<? extends Annotation>, Value> slot : values.entrySet()) {
      mapping = mapping.bind(slot.getKey(), slot.getValue().mapping());
    }
    return mapping.to(advice);
  }
}
