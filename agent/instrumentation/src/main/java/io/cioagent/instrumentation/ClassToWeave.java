package io.cioagent.instrumentation;

import io.cioagent.instrumentation.classfile.ClassDescription;
import io.cioagent.instrumentation.classfile.ClassFile;
import io.cioagent.instrumentation.classfile.MethodDescription;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * One class before it is woven. With ASM alone: a library on top of it costs 700 more classes, and
 * a program that makes one call a quarter of a second. The format of the class does not change, so
 * that a loaded class can be woven.
 */
public final class ClassToWeave {
  private final ClassFile file;
  private final ClassDescription type;
  private final Map<MethodDescription, List<PlacedShape>> shapes = new HashMap<>();

  /**
   * Reads a class.
   *
   * @param loader of the class, null for the bootstrap loader
   */
  public ClassToWeave(@Nullable ClassLoader loader, byte[] classFile) {
    file = new ClassFile(classFile);
    type = new ClassDescription(loader, file);
  }

  public ClassDescription type() {
    return type;
  }

  /**
   * Adds a pointcut, inside of those that were added before.
   *
   * @param point the number of its handler
   */
  public void add(Pointcut pointcut, int point) {
    PlacedShape placed = new PlacedShape(pointcut.shape(), point);
    for (MethodDescription method : type.methods()) {
      if (pointcut.weaves(method)) {
        List<PlacedShape> known = shapes.get(method);
        if (known == null) {
          known = new ArrayList<>();
          shapes.put(method, known);
        }
        known.add(placed);
      }
    }
  }

  /** The class file with the code of the pointcuts. */
  public byte[] woven() {
    ClassWriter writer = file.writer();
    return file.changed(new Visitor(writer), writer, true);
  }

  private final class Visitor extends ClassVisitor {
    Visitor(ClassVisitor target) {
      super(Opcodes.ASM9, target);
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      MethodVisitor target = super.visitMethod(access, name, descriptor, signature, exceptions);
      MethodDescription method = type.method(name, descriptor);
      List<PlacedShape> placed = method == null ? null : shapes.get(method);
      return method == null || placed == null
          ? target
          : MethodWeaver.of(target, type, method, access, file.hasFrames(), placed);
    }
  }
}
