package io.cioagent.instrumentation.classfile;

import org.objectweb.asm.Opcodes;

/** A field. */
public final class FieldDescription {
  private final int access;
  private final String name;
  private final String descriptor;

  FieldDescription(int access, String name, String descriptor) {
    this.access = access;
    this.name = name;
    this.descriptor = descriptor;
  }

  public String name() {
    return name;
  }

  /** The type in the form of the JVM. */
  public String descriptor() {
    return descriptor;
  }

  public boolean isStatic() {
    return (access & Opcodes.ACC_STATIC) != 0;
  }

  public boolean isPrivate() {
    return (access & Opcodes.ACC_PRIVATE) != 0;
  }
}
