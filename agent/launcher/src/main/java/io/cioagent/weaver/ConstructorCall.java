package io.cioagent.weaver;

import io.cioagent.bridge.Bridge;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * Puts a call of the bridge at the beginning of a class's constructors, before anything else. Uses
 * only the reader and writer of class files: every application pays for this, and Byte Buddy itself
 * costs ten times as much.
 */
final class ConstructorCall extends ClassVisitor {
  private static final String BRIDGE = Type.getInternalName(Bridge.class);
  private static final String ENTER =
      "(ILjava/lang/Object;Ljava/lang/Object;Ljava/lang/Object;)Ljava/lang/Object;";
  private static final int STACK = 4;

  /** The position of the major version in a class file. */
  private static final int MAJOR = 7;

  private final int point;

  private ConstructorCall(ClassVisitor written, int point) {
    super(Opcodes.ASM9, written);
    this.point = point;
  }

  static byte[] insert(byte[] classFile, int point) {
    byte[] read = classFile.clone();
    // The reader rejects newer versions. Nothing that is read here depends on the version.
    read[MAJOR] = Opcodes.V1_8;
    ClassReader reader = new ClassReader(read);
    ClassWriter writer = new ClassWriter(reader, 0);
    reader.accept(new ConstructorCall(writer, point), 0);
    byte[] written = writer.toByteArray();
    written[MAJOR] = classFile[MAJOR];
    return written;
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] exceptions) {
    MethodVisitor written = super.visitMethod(access, name, descriptor, signature, exceptions);
    return "<init>".equals(name) ? new Constructor(written) : written;
  }

  private final class Constructor extends MethodVisitor {
    Constructor(MethodVisitor written) {
      super(Opcodes.ASM9, written);
    }

    @Override
    public void visitCode() {
      super.visitCode();
      visitIntInsn(Opcodes.SIPUSH, point);
      visitInsn(Opcodes.ACONST_NULL);
      visitInsn(Opcodes.ACONST_NULL);
      visitInsn(Opcodes.ACONST_NULL);
      visitMethodInsn(Opcodes.INVOKESTATIC, BRIDGE, "enter", ENTER, false);
      visitInsn(Opcodes.POP);
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
      super.visitMaxs(Math.max(maxStack, STACK), maxLocals);
    }
  }
}
