package io.cioagent.instrumentation;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Makes objects of primitive values, as adapters get them. */
final class Boxing {
  private Boxing() {}

  /** Boxes the value on the stack if it is primitive. */
  static void write(MethodVisitor target, Type loaded) {
    String box = boxOf(loaded);
    if (box != null) {
      target.visitMethodInsn(
          Opcodes.INVOKESTATIC,
          box,
          "valueOf",
          '(' + loaded.getDescriptor() + ")L" + box + ';',
          false);
    }
  }

  private static @Nullable String boxOf(Type loaded) {
    switch (loaded.getSort()) {
      case Type.BOOLEAN:
        return "java/lang/Boolean";
      case Type.CHAR:
        return "java/lang/Character";
      case Type.BYTE:
        return "java/lang/Byte";
      case Type.SHORT:
        return "java/lang/Short";
      case Type.INT:
        return "java/lang/Integer";
      case Type.FLOAT:
        return "java/lang/Float";
      case Type.LONG:
        return "java/lang/Long";
      case Type.DOUBLE:
        return "java/lang/Double";
      default:
        return null;
    }
  }
}
