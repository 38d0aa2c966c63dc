package io.cioagent.instrumentation;

import io.cioagent.instrumentation.MethodCode.Phase;
import io.cioagent.instrumentation.classfile.ClassDescription;
import io.cioagent.instrumentation.classfile.MethodDescription;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * The local variables of one woven method. They are, in this order: the object and the arguments as
 * the caller passed them, one scope for each pointcut that keeps one, the result, the exception,
 * and then the variables of the method itself. Frames have a long or a double as one variable.
 */
final class MethodLocals {
  private final Type[] arguments;
  private final int firstArgument;
  private final Type returned;

  /** The types of those that are the same all over the method, as frames have them. */
  private final List<Object> fixed = new ArrayList<>();

  /** The slot after those. */
  private int next;

  MethodLocals(ClassDescription type, MethodDescription method) {
    arguments = Type.getArgumentTypes(method.descriptor());
    returned = Type.getReturnType(method.descriptor());
    if (!method.isStatic()) {
      fixed.add(type.internalName());
      next++;
    }
    firstArgument = next;
    for (Type argument : arguments) {
      fixed.add(frameType(argument));
      next += argument.getSize();
    }
  }

  private static Object frameType(Type type) {
    switch (type.getSort()) {
      case Type.OBJECT:
      case Type.ARRAY:
        return type.getInternalName();
      case Type.LONG:
        return Opcodes.LONG;
      case Type.FLOAT:
        return Opcodes.FLOAT;
      case Type.DOUBLE:
        return Opcodes.DOUBLE;
      default:
        return Opcodes.INTEGER;
    }
  }

  /** Reserves a slot, before there is any frame. */
  int addScope(Object frameType) {
    fixed.add(frameType);
    return next++;
  }

  boolean hasArgument(int index) {
    return index < arguments.length;
  }

  Type argumentType(int index) {
    return arguments[index];
  }

  /** The slot of an argument. */
  int argument(int index) {
    int slot = firstArgument;
    for (int i = 0; i < index; i++) {
      slot += arguments[i].getSize();
    }
    return slot;
  }

  /** The slot of the result. */
  int returned() {
    return next;
  }

  /** The slot of the exception. */
  int thrown() {
    return next + returned.getSize();
  }

  /** The first slot for the method itself. */
  int firstOwn() {
    return thrown() + MethodCode.THROWABLE.getSize();
  }

  /** The types in a frame of added code. */
  Object[] at(Phase phase) {
    List<Object> all = new ArrayList<>(fixed);
    if (phase == Phase.RETURNS && returned.getSort() != Type.VOID) {
      all.add(frameType(returned));
    } else if (phase == Phase.THROWS) {
      all.addAll(Collections.nCopies(returned.getSize(), Opcodes.TOP));
      all.add(MethodCode.THROWABLE.getInternalName());
    }
    return all.toArray();
  }

  /** The types in a frame of the method itself, whose own types are moved behind the others. */
  Object[] with(Object[] own, int count) {
    List<Object> ownTypes = Arrays.asList(own).subList(0, count);
    List<Object> all = new ArrayList<>(fixed);
    if (ownTypes.contains(Opcodes.UNINITIALIZED_THIS)) {
      all.set(0, Opcodes.UNINITIALIZED_THIS);
    }
    all.addAll(Collections.nCopies(firstOwn() - next, Opcodes.TOP));
    all.addAll(ownTypes);
    return all.toArray();
  }
}
