package io.cioagent.instrumentation.classfile;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** A method or constructor. For one thread at a time. */
public final class MethodDescription {
  private static final String CONSTRUCTOR = "<init>";

  private final int access;
  private final String name;
  private final String descriptor;
  private @Nullable List<String> parameterTypes;

  MethodDescription(int access, String name, String descriptor) {
    this.access = access;
    this.name = name;
    this.descriptor = descriptor;
  }

  /** {@code <init>} for a constructor. */
  public String name() {
    return name;
  }

  /** Parameters and result in the form of the JVM. */
  public String descriptor() {
    return descriptor;
  }

  public boolean isConstructor() {
    return name.equals(CONSTRUCTOR);
  }

  public boolean isStatic() {
    return (access & Opcodes.ACC_STATIC) != 0;
  }

  public boolean isPublic() {
    return (access & Opcodes.ACC_PUBLIC) != 0;
  }

  public boolean isAbstract() {
    return (access & Opcodes.ACC_ABSTRACT) != 0;
  }

  public boolean isNative() {
    return (access & Opcodes.ACC_NATIVE) != 0;
  }

  public boolean isSynthetic() {
    return (access & Opcodes.ACC_SYNTHETIC) != 0;
  }

  /**
   * Whether a compiler added it to a class to call a method of the same name. Kotlin marks methods
   * that it copies from interfaces as bridges, too, which are the only ones of their name.
   */
  public boolean isSyntheticBridge() {
    return (access & Opcodes.ACC_BRIDGE) != 0 && isSynthetic();
  }

  /** As the source of a class names them, without type parameters, nested ones with a {@code $}. */
  public List<String> parameterTypes() {
    if (parameterTypes == null) {
      List<String> names = new ArrayList<>();
      for (Type type : Type.getArgumentTypes(descriptor)) {
        names.add(type.getClassName());
      }
      parameterTypes = names;
    }
    return parameterTypes;
  }

  /** In the form of {@link #parameterTypes}. */
  public String returnType() {
    return Type.getReturnType(descriptor).getClassName();
  }

  /** For people. */
  @Override
  public String toString() {
    return name + descriptor;
  }
}
