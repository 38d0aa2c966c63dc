package io.cioagent.instrumentation;

import io.cioagent.instrumentation.MethodCode.Phase;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/**
 * Where in a method the adapter is called, and with which values. For a library of the application
 * the first value is an object whose class leads to the library's class loader: the class itself or
 * its superclass is woven by the same instrumentation.
 */
public final class Shape {
  private static final int VALUES = 3;

  private final Kind kind;
  private final List<Value> values = new ArrayList<>();
  private final Value result;

  private Shape(Kind kind, Value result, Value... values) {
    this.kind = kind;
    this.result = result;
    for (int i = 0; i < VALUES; i++) {
      this.values.add(i < values.length ? values[i] : Value.NONE);
    }
  }

  private enum Kind {
    BEFORE(true, false, false),
    BEFORE_IF(true, false, false),
    AFTER(false, true, false),
    AFTER_IF(false, true, false),
    AT_END(false, true, true),
    AT_END_IF_ADDED(true, true, true),
    AROUND(true, true, true),
    AROUND_OR_AT_END(true, true, true),
    AROUND_RETURN(true, true, false),
    AROUND_REPLACING(true, true, true),
    AROUND_READ(true, true, false);

    private final boolean onBegin;
    private final boolean onReturn;
    private final boolean onThrow;

    Kind(boolean onBegin, boolean onReturn, boolean onThrow) {
      this.onBegin = onBegin;
      this.onReturn = onReturn;
      this.onThrow = onThrow;
    }
  }

  /** An event as the method begins. One to three values. */
  public static Shape before(Value... values) {
    return new Shape(Kind.BEFORE, Value.NONE, values);
  }

  /** An event as the method returns; also for constructors. One to three values. */
  public static Shape after(Value... values) {
    return new Shape(Kind.AFTER, Value.NONE, values);
  }

  /** An event as the method returns or throws. One to three values. */
  public static Shape atEnd(Value... values) {
    return new Shape(Kind.AT_END, Value.NONE, values);
  }

  /**
   * An event as the method returns or throws, if it added to a list. The third value is what it
   * added. Keeps the size of the list and no object for a call.
   *
   * @param list of type {@link List}
   */
  public static Shape atEndIfAdded(Value first, Value second, Value list) {
    return new Shape(Kind.AT_END_IF_ADDED, Value.NONE, first, second, list);
  }

  /** As the method begins, and as it returns or throws. One to three values for the beginning. */
  public static Shape around(Value... values) {
    return new Shape(Kind.AROUND, Value.RETURNED, values);
  }

  /**
   * As {@link #around}. An adapter that returns no scope as the method begins gets another chance
   * as it ends, with the first value twice.
   */
  public static Shape aroundOrAtEnd(Value... values) {
    return new Shape(Kind.AROUND_OR_AT_END, Value.RETURNED, values);
  }

  /** As {@link #around}; a method that throws has no end. */
  public static Shape aroundReturn(Value... values) {
    return new Shape(Kind.AROUND_RETURN, Value.RETURNED, values);
  }

  /**
   * As the method begins: an {@link AroundAdapter} gets one to three values, and at once its end,
   * if it returned a scope. Only then is the {@link #passing passed} result made: for values that
   * cost something, such as numbers.
   */
  public static Shape beforeIf(Value... values) {
    return new Shape(Kind.BEFORE_IF, Value.NONE, values);
  }

  /** As {@link #beforeIf}, as the method returns; also for constructors. */
  public static Shape afterIf(Value... values) {
    return new Shape(Kind.AFTER_IF, Value.NONE, values);
  }

  /**
   * As {@link #around}. The end gets the returned object in an array of length one, and what is in
   * it then is returned to the application.
   */
  public static Shape aroundReplacing(Value... values) {
    return new Shape(Kind.AROUND_REPLACING, Value.array(Value.RETURNED), values);
  }

  /**
   * Around {@code int read(byte[] bytes, int offset, int length)} of a stream. A method that throws
   * has no end; at the end of the stream the result is null, else a {@link java.nio.ByteBuffer} of
   * what was read.
   */
  public static Shape aroundRead(Value... values) {
    return new Shape(Kind.AROUND_READ, Value.READ, values);
  }

  /** The same with this value as the result at the end instead of what is returned. */
  public Shape passing(Value newResult) {
    return new Shape(kind, newResult, values.toArray(new Value[0]));
  }

  /** For people, such as {@code AROUND[this, argument 0, none] returned}. */
  @Override
  public String toString() {
    return kind.toString() + values + ' ' + result;
  }

  boolean isAt(Phase phase) {
    return phase == Phase.BEGINS
        ? kind.onBegin
        : phase == Phase.RETURNS ? kind.onReturn : kind.onThrow;
  }

  boolean isAtEnd() {
    return kind.onReturn;
  }

  /** The type of what is kept from the beginning to the end, as frames have it; null for none. */
  @Nullable Object scopeType() {
    if (!kind.onBegin || !kind.onReturn) {
      return null;
    }
    return kind == Kind.AT_END_IF_ADDED ? Opcodes.INTEGER : MethodCode.OBJECT.getInternalName();
  }

  /**
   * Writes its code for the phase that the method is in.
   *
   * @param point the number of the handler
   * @param scope the local variable of the scope
   */
  void write(MethodCode code, int point, int scope) {
    if (kind == Kind.AT_END_IF_ADDED) {
      writeIfAdded(code, point, scope);
    } else if (kind == Kind.BEFORE || kind == Kind.AFTER || kind == Kind.AT_END) {
      writeValues(code, point);
      code.event();
    } else if (kind == Kind.BEFORE_IF || kind == Kind.AFTER_IF) {
      writeValues(code, point);
      code.enter();
      code.exitIfScope(point, result);
    } else if (code.phase() == Phase.BEGINS) {
      writeValues(code, point);
      code.enter();
      code.target().visitVarInsn(Opcodes.ASTORE, scope);
    } else {
      writeEnd(code, point, scope);
    }
  }

  private void writeValues(MethodCode code, int point) {
    code.push(point);
    for (Value value : values) {
      code.loadBoxed(value);
    }
  }

  private void writeEnd(MethodCode code, int point, int scope) {
    Label entered = new Label();
    Label done = new Label();
    code.target().visitVarInsn(Opcodes.ALOAD, scope);
    if (kind == Kind.AROUND_OR_AT_END) {
      code.target().visitJumpInsn(Opcodes.IFNONNULL, entered);
      code.push(point);
      code.loadBoxed(values.get(0));
      code.loadBoxed(values.get(0));
      code.loadNull();
      code.enter();
      code.target().visitVarInsn(Opcodes.ASTORE, scope);
      code.join(entered);
      code.target().visitVarInsn(Opcodes.ALOAD, scope);
    }
    code.target().visitJumpInsn(Opcodes.IFNULL, done);
    if (kind == Kind.AROUND_REPLACING) {
      // Stays on the stack, as the handler changes it.
      code.loadBoxed(result);
      code.target().visitInsn(Opcodes.DUP);
      code.push(point);
      code.target().visitInsn(Opcodes.SWAP);
      code.target().visitVarInsn(Opcodes.ALOAD, scope);
      code.target().visitInsn(Opcodes.SWAP);
      code.loadThrown();
      code.exit();
      code.push(0);
      code.target().visitInsn(Opcodes.AALOAD);
      code.replaceReturned();
    } else {
      code.push(point);
      code.target().visitVarInsn(Opcodes.ALOAD, scope);
      code.loadBoxed(result);
      code.loadThrown();
      code.exit();
    }
    code.join(done);
  }

  private void writeIfAdded(MethodCode code, int point, int scope) {
    if (code.phase() == Phase.BEGINS) {
      code.loadBoxed(values.get(2));
      code.sizeOfList();
      code.target().visitVarInsn(Opcodes.ISTORE, scope);
      return;
    }
    writeValues(code, point);
    code.target().visitVarInsn(Opcodes.ILOAD, scope);
    code.eventIfAdded();
  }
}
