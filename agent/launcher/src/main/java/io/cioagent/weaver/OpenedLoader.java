package io.cioagent.weaver;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.PackageName;
import io.cioagent.instrumentation.classfile.ClassFile;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * A class loader that is changed to find the bridge: {@code loadClass} takes its classes from the
 * bootstrap loader before it does anything else. The code runs beside the class loader and knows
 * the JDK alone.
 */
final class OpenedLoader extends ClassVisitor {
  private static final String NAME = "(Ljava/lang/String;";
  private static final String RESULT = ")Ljava/lang/Class;";

  /** What the code has on the stack. */
  private static final int MAX_STACK = 3;

  private final boolean frames;

  private OpenedLoader(ClassVisitor target, boolean frames) {
    super(Opcodes.ASM9, target);
    this.frames = frames;
  }

  /** Makes a class of a class loader find the bridge. */
  static byte[] weave(byte[] classFile) {
    ClassFile file = new ClassFile(classFile);
    ClassWriter writer = file.writer();
    return file.changed(new OpenedLoader(writer, file.hasFrames()), writer, false);
  }

  @Override
  public MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    MethodVisitor target = super.visitMethod(access, name, descriptor, signature, exceptions);
    boolean loadsClass =
        name.equals("loadClass")
            // Whatever parameters follow the name.
            && descriptor.startsWith(NAME)
            && descriptor.endsWith(RESULT)
            && (access & (Opcodes.ACC_STATIC | Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) == 0;
    return loadsClass ? new LoadClass(target, frames) : target;
  }

  private static final class LoadClass extends MethodVisitor {
    private final boolean frames;

    LoadClass(MethodVisitor target, boolean frames) {
      super(Opcodes.ASM9, target);
      this.frames = frames;
    }

    /** {@code if (name != null && name.startsWith(…)) return Class.forName(name, false, null);}. */
    @Override
    public void visitCode() {
      super.visitCode();
      Label other = new Label();
      super.visitVarInsn(Opcodes.ALOAD, 1);
      super.visitJumpInsn(Opcodes.IFNULL, other);
      super.visitVarInsn(Opcodes.ALOAD, 1);
      super.visitLdcInsn(PackageName.of(Bridge.class) + '.');
      super.visitMethodInsn(
          Opcodes.INVOKEVIRTUAL, "java/lang/String", "startsWith", NAME + ")Z", false);
      super.visitJumpInsn(Opcodes.IFEQ, other);
      super.visitVarInsn(Opcodes.ALOAD, 1);
      super.visitInsn(Opcodes.ICONST_0);
      super.visitInsn(Opcodes.ACONST_NULL);
      super.visitMethodInsn(
          Opcodes.INVOKESTATIC,
          "java/lang/Class",
          "forName",
          NAME + "ZLjava/lang/ClassLoader;" + RESULT,
          false);
      super.visitInsn(Opcodes.ARETURN);
      super.visitLabel(other);
      if (frames) {
        super.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
      }
      // The method may begin with a frame of its own.
      super.visitInsn(Opcodes.NOP);
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
      super.visitMaxs(Math.max(maxStack, MAX_STACK), maxLocals);
    }
  }
}
