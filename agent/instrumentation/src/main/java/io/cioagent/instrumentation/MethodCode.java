package io.cioagent.instrumentation;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.classfile.ClassDescription;
import io.cioagent.instrumentation.classfile.FieldDescription;
import io.cioagent.instrumentation.classfile.MethodDescription;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Writes what shapes and values are made of into one woven method. */
final class MethodCode {
  static final Type OBJECT = Type.getObjectType("java/lang/Object");
  static final Type THROWABLE = Type.getObjectType("java/lang/Throwable");
  private static final String BRIDGE = Bridge.class.getName().replace('.', '/');

  private static final String VALUES = "(ILjava/lang/Object;Ljava/lang/Object;Ljava/lang/Object;)";
  private static final String EXIT =
      "(ILjava/lang/Object;Ljava/lang/Object;Ljava/lang/Throwable;)V";

  private final MethodVisitor target;
  private final ClassDescription type;
  private final MethodDescription method;
  private final boolean frames;
  private final MethodLocals locals;
  private final Type returned;
  private Phase phase = Phase.BEGINS;

  /** Where in the method the code is. */
  enum Phase {
    BEGINS,
    RETURNS,
    THROWS
  }

  /**
   * Nothing is written yet.
   *
   * @param frames whether code of this class has stack map frames
   */
  MethodCode(
      MethodVisitor target, ClassDescription type, MethodDescription method, boolean frames) {
    this.target = target;
    this.type = type;
    this.method = method;
    this.frames = frames;
    this.locals = new MethodLocals(type, method);
    this.returned = Type.getReturnType(method.descriptor());
  }

  /**
   * Reserves a local variable and writes a first value into it, null or zero.
   *
   * @param frameType {@link Opcodes#INTEGER} or a class
   */
  int addScope(Object frameType) {
    boolean number = frameType == Opcodes.INTEGER;
    target.visitInsn(number ? Opcodes.ICONST_0 : Opcodes.ACONST_NULL);
    int slot = locals.addScope(frameType);
    target.visitVarInsn(number ? Opcodes.ISTORE : Opcodes.ASTORE, slot);
    return slot;
  }

  MethodLocals locals() {
    return locals;
  }

  /** Copies the object and the arguments to where the method itself uses them. */
  void copyArguments() {
    int to = locals.firstOwn();
    if (!method.isStatic()) {
      target.visitVarInsn(Opcodes.ALOAD, 0);
      target.visitVarInsn(Opcodes.ASTORE, to);
    }
    for (int i = 0; locals.hasArgument(i); i++) {
      Type argument = loadArgument(i);
      target.visitVarInsn(argument.getOpcode(Opcodes.ISTORE), to + locals.argument(i));
    }
  }

  private void frame(Object[] inLocals, Object... onStack) {
    if (frames) {
      target.visitFrame(Opcodes.F_NEW, inLocals.length, inLocals, onStack.length, onStack);
    }
  }

  /** A place to jump to, with an empty stack. Never at the same place as another frame. */
  void join(Label label) {
    target.visitLabel(label);
    frame(locals.at(phase));
    target.visitInsn(Opcodes.NOP);
  }

  /** The method returns: all jump here, with the result in its local variable. */
  void returns(Label label) {
    phase = Phase.RETURNS;
    target.visitLabel(label);
    frame(locals.at(phase));
  }

  /** The method throws. */
  void catches(Label label) {
    target.visitLabel(label);
    frame(locals.at(Phase.BEGINS), THROWABLE.getInternalName());
    phase = Phase.THROWS;
    target.visitVarInsn(Opcodes.ASTORE, locals.thrown());
  }

  /** Writes the code of a shape; what it throws is swallowed. */
  void write(Shape shape, int point, int scope) {
    Label start = new Label();
    Label end = new Label();
    Label handler = new Label();
    Label after = new Label();
    target.visitTryCatchBlock(start, end, handler, THROWABLE.getInternalName());
    target.visitLabel(start);
    shape.write(this, point, scope);
    target.visitLabel(end);
    target.visitJumpInsn(Opcodes.GOTO, after);
    target.visitLabel(handler);
    frame(locals.at(phase), THROWABLE.getInternalName());
    target.visitInsn(Opcodes.POP);
    join(after);
  }

  MethodVisitor target() {
    return target;
  }

  Phase phase() {
    return phase;
  }

  /** Null where the method is static. */
  Type loadThis() {
    if (method.isStatic()) {
      return loadNull();
    }
    target.visitVarInsn(Opcodes.ALOAD, 0);
    return OBJECT;
  }

  Type loadArgument(int index) {
    if (!locals.hasArgument(index)) {
      throw new IllegalStateException(method + " of " + type.name() + " has no argument " + index);
    }
    Type argument = locals.argumentType(index);
    target.visitVarInsn(argument.getOpcode(Opcodes.ILOAD), locals.argument(index));
    return argument;
  }

  Type loadField(String name) {
    FieldDescription field = type.field(name);
    if (field == null) {
      throw new IllegalStateException(type.name() + " has no field " + name);
    }
    String owner = type.internalName();
    if (field.isStatic()) {
      target.visitFieldInsn(Opcodes.GETSTATIC, owner, name, field.descriptor());
    } else {
      loadThis();
      target.visitFieldInsn(Opcodes.GETFIELD, owner, name, field.descriptor());
    }
    return Type.getType(field.descriptor());
  }

  /** Null for a method without a result; the default value of its type where it throws. */
  Type loadReturned() {
    if (returned.getSort() == Type.VOID) {
      return loadNull();
    }
    if (phase == Phase.THROWS) {
      return loadDefault();
    }
    target.visitVarInsn(returned.getOpcode(Opcodes.ILOAD), locals.returned());
    return returned;
  }

  private Type loadDefault() {
    switch (returned.getSort()) {
      case Type.OBJECT:
      case Type.ARRAY:
        return loadNull();
      case Type.LONG:
        target.visitInsn(Opcodes.LCONST_0);
        break;
      case Type.FLOAT:
        target.visitInsn(Opcodes.FCONST_0);
        break;
      case Type.DOUBLE:
        target.visitInsn(Opcodes.DCONST_0);
        break;
      default:
        target.visitInsn(Opcodes.ICONST_0);
        break;
    }
    return returned;
  }

  /** Null where the method does not throw. */
  Type loadThrown() {
    if (phase != Phase.THROWS) {
      return loadNull();
    }
    target.visitVarInsn(Opcodes.ALOAD, locals.thrown());
    return THROWABLE;
  }

  Type loadNull() {
    target.visitInsn(Opcodes.ACONST_NULL);
    return OBJECT;
  }

  /** Takes the result from the stack; nothing for a method without one. */
  void storeReturned() {
    if (returned.getSort() != Type.VOID) {
      target.visitVarInsn(returned.getOpcode(Opcodes.ISTORE), locals.returned());
    }
  }

  /** Takes an object from the stack and makes it the result, if there can be one. */
  void replaceReturned() {
    if (phase == Phase.RETURNS && returned.getSort() >= Type.ARRAY) {
      target.visitTypeInsn(Opcodes.CHECKCAST, returned.getInternalName());
      storeReturned();
    } else {
      target.visitInsn(Opcodes.POP);
    }
  }

  /** Returns the result, or throws what was caught. */
  void leave() {
    if (phase == Phase.THROWS) {
      loadThrown();
      target.visitInsn(Opcodes.ATHROW);
    } else {
      if (returned.getSort() != Type.VOID) {
        loadReturned();
      }
      target.visitInsn(returned.getOpcode(Opcodes.IRETURN));
    }
  }

  /** Pushes a value, in a box if it is primitive. */
  void loadBoxed(Value value) {
    Boxing.write(target, value.load(this));
  }

  void push(int number) {
    if (number >= -1 && number <= 5) {
      target.visitInsn(Opcodes.ICONST_0 + number);
    } else if (number <= Byte.MAX_VALUE) {
      target.visitIntInsn(Opcodes.BIPUSH, number);
    } else if (number <= Short.MAX_VALUE) {
      target.visitIntInsn(Opcodes.SIPUSH, number);
    } else {
      target.visitLdcInsn(number);
    }
  }

  /** Calls the bridge with a point and three values; the scope stays on the stack. */
  void enter() {
    bridge("enter", VALUES + 'L' + OBJECT.getInternalName() + ';');
  }

  /** Calls the bridge with a point, a scope, a result and an exception. */
  void exit() {
    bridge("exit", EXIT);
  }

  /** Calls the bridge with a point and three values. */
  void event() {
    bridge("event", VALUES + 'V');
  }

  /** Takes a scope from the stack and ends it at once, if it is none that is null. */
  void exitIfScope(int point, Value result) {
    Label none = new Label();
    Label done = new Label();
    target.visitInsn(Opcodes.DUP);
    target.visitJumpInsn(Opcodes.IFNULL, none);
    push(point);
    target.visitInsn(Opcodes.SWAP);
    loadBoxed(result);
    loadNull();
    exit();
    target.visitJumpInsn(Opcodes.GOTO, done);
    target.visitLabel(none);
    frame(locals.at(phase), OBJECT.getInternalName());
    target.visitInsn(Opcodes.POP);
    join(done);
  }

  /** Replaces the list on the stack by its size. */
  void sizeOfList() {
    target.visitMethodInsn(Opcodes.INVOKEINTERFACE, "java/util/List", "size", "()I", true);
  }

  /** Calls the bridge with a point, two values, a list and its former size. */
  void eventIfAdded() {
    bridge("eventIfAdded", "(ILjava/lang/Object;Ljava/lang/Object;Ljava/util/List;I)V");
  }

  /** Calls the bridge with an array, an offset and a count. */
  Type bytesRead() {
    bridge("bytesRead", "([BII)Ljava/lang/Object;");
    return OBJECT;
  }

  private void bridge(String name, String descriptor) {
    target.visitMethodInsn(Opcodes.INVOKESTATIC, BRIDGE, name, descriptor, false);
  }
}
