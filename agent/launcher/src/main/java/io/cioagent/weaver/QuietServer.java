package io.cioagent.weaver;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.security.ProtectionDomain;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * Prevents the HTTP server of Java 8 from initializing java.util.logging while the agent creates
 * its own: the constructor then takes the one logger that exists without a LogManager. Afterwards
 * the class is restored, so that servers of the application log as usual.
 */
final class QuietServer implements ClassFileTransformer {
  private static final String SERVER = "sun/net/httpserver/ServerImpl";

  private final Instrumentation jvm;
  private @Nullable Class<?> server;

  QuietServer(Instrumentation jvm) {
    this.jvm = jvm;
  }

  /** False where the class cannot be changed. */
  boolean begin() {
    jvm.addTransformer(this, true);
    try {
      server = Class.forName(SERVER.replace('/', '.'), false, null);
      jvm.retransformClasses(server);
      return true;
    } catch (ClassNotFoundException | UnmodifiableClassException | LinkageError e) {
      jvm.removeTransformer(this);
      return false;
    }
  }

  void end() {
    jvm.removeTransformer(this);
    try {
      jvm.retransformClasses(server);
    } catch (UnmodifiableClassException | LinkageError e) {
      // It could be changed a moment ago; at worst, a logger without configuration remains.
    }
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      String internalName,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] classFile) {
    return loader == null && SERVER.equals(internalName) ? withoutLogManager(classFile) : null;
  }

  /** {@code Logger.getLogger(name)} becomes {@code Logger.global}, which has no LogManager yet. */
  static byte[] withoutLogManager(byte[] classFile) {
    ClassReader reader = new ClassReader(classFile);
    ClassWriter writer = new ClassWriter(reader, 0);
    reader.accept(new Calls(writer), 0);
    return writer.toByteArray();
  }

  private static final class Calls extends ClassVisitor {
    Calls(ClassVisitor written) {
      super(Opcodes.ASM9, written);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      MethodVisitor written = super.visitMethod(access, name, descriptor, signature, exceptions);
      return new MethodVisitor(Opcodes.ASM9, written) {
        @Override
        public void visitMethodInsn(
            int opcode, String owner, String called, String types, boolean ofInterface) {
          // Matches the shape and not the owner's name, which the build would relocate.
          String logger = 'L' + owner + ';';
          if (opcode == Opcodes.INVOKESTATIC
              && "getLogger".equals(called)
              && ("(Ljava/lang/String;)" + logger).equals(types)) {
            visitInsn(Opcodes.POP);
            visitFieldInsn(Opcodes.GETSTATIC, owner, "global", logger);
          } else {
            super.visitMethodInsn(opcode, owner, called, types, ofInterface);
          }
        }
      };
    }
  }
}
