package io.cioagent.instrumentation;

import java.util.Arrays;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** A value of a woven method that its adapter gets. Primitive values are boxed. */
public abstract class Value {
  /** The object whose method is woven; null in a static method. */
  public static final Value THIS =
      new Value("this") {
        @Override
        Type load(MethodCode code) {
          return code.loadThis();
        }
      };

  /**
   * What the method returns; null where it throws, or zero or false. Only where the method ends.
   */
  public static final Value RETURNED =
      new Value("returned") {
        @Override
        Type load(MethodCode code) {
          return code.loadReturned();
        }
      };

  /** What the method throws; null where it returns. Only for {@link Shape#atEnd}. */
  public static final Value THROWN =
      new Value("thrown") {
        @Override
        Type load(MethodCode code) {
          return code.loadThrown();
        }
      };

  /** What {@code int read(byte[] bytes, int offset, int length)} read. */
  static final Value READ =
      new Value("read") {
        @Override
        Type load(MethodCode code) {
          code.loadArgument(0);
          code.loadArgument(1);
          code.loadReturned();
          return code.bytesRead();
        }
      };

  /** Null. */
  static final Value NONE =
      new Value("none") {
        @Override
        Type load(MethodCode code) {
          return code.loadNull();
        }
      };

  private final String name;

  private Value(String name) {
    this.name = name;
  }

  /** Pushes it onto the stack and returns its type. */
  abstract Type load(MethodCode code);

  /**
   * An argument of the method.
   *
   * @param index from 0
   */
  public static Value argument(int index) {
    return new Value("argument " + index) {
      @Override
      Type load(MethodCode code) {
        return code.loadArgument(index);
      }
    };
  }

  /** As {@link #argument}; null where the method has fewer. */
  public static Value optionalArgument(int index) {
    return new Value("argument " + index) {
      @Override
      Type load(MethodCode code) {
        return code.locals().hasArgument(index) ? code.loadArgument(index) : code.loadNull();
      }
    };
  }

  /** As {@link #argument}; null for a negative index. */
  public static Value argumentOrNull(int index) {
    return index < 0 ? NONE : argument(index);
  }

  /** A field of {@link #THIS}, which may be declared by a superclass. */
  public static Value field(String name) {
    return new Value("field " + name) {
      @Override
      Type load(MethodCode code) {
        return code.loadField(name);
      }
    };
  }

  /** Several values in one array of objects, made only where the adapter is called. */
  public static Value array(Value... values) {
    return new Value(Arrays.toString(values)) {
      @Override
      Type load(MethodCode code) {
        code.push(values.length);
        code.target().visitTypeInsn(Opcodes.ANEWARRAY, MethodCode.OBJECT.getInternalName());
        for (int i = 0; i < values.length; i++) {
          code.target().visitInsn(Opcodes.DUP);
          code.push(i);
          code.loadBoxed(values[i]);
          code.target().visitInsn(Opcodes.AASTORE);
        }
        return MethodCode.OBJECT;
      }
    };
  }

  /** For people, such as {@code argument 0}. */
  @Override
  public String toString() {
    return name;
  }
}
