package io.cioagent.instrumentation.classfile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * A class or interface. Its supertypes are read from their files, and only when they are needed.
 */
public final class ClassDescription {
  private static final String OBJECT = "java.lang.Object";

  /** More supertypes than a class has, in case files contradict each other. */
  private static final int MAX_DEPTH = 100;

  private final @Nullable ClassLoader loader;
  private final ClassFile file;
  private final List<FieldDescription> fields = new ArrayList<>();
  private final List<MethodDescription> methods = new ArrayList<>();
  private final List<String> interfaces = new ArrayList<>();
  private final List<String> annotations = new ArrayList<>();
  private int access;
  private String name = "";
  private @Nullable String superclass;

  /**
   * Reads a class.
   *
   * @param loader of the class, null for the bootstrap loader
   */
  public ClassDescription(@Nullable ClassLoader loader, ClassFile file) {
    this.loader = loader;
    this.file = file;
    file.describe(new Reader());
  }

  private final class Reader extends ClassVisitor {
    Reader() {
      super(Opcodes.ASM9);
    }

    @Override
    public void visit(
        int version,
        int classAccess,
        String internalName,
        @Nullable String signature,
        @Nullable String superName,
        String @Nullable [] interfaceNames) {
      access = classAccess;
      name = internalName.replace('/', '.');
      superclass = superName == null ? null : superName.replace('/', '.');
      if (interfaceNames != null) {
        for (String each : interfaceNames) {
          interfaces.add(each.replace('/', '.'));
        }
      }
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
      annotations.add(Type.getType(descriptor).getClassName());
      return null;
    }

    @Override
    public @Nullable FieldVisitor visitField(
        int fieldAccess,
        String fieldName,
        String descriptor,
        @Nullable String signature,
        @Nullable Object value) {
      fields.add(new FieldDescription(fieldAccess, fieldName, descriptor));
      return null;
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
        int methodAccess,
        String methodName,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      if (!methodName.equals("<clinit>")) {
        methods.add(new MethodDescription(methodAccess, methodName, descriptor));
      }
      return null;
    }
  }

  /** With dots, nested classes with a {@code $}. */
  public String name() {
    return name;
  }

  /** The name with slashes, as class files have it. */
  public String internalName() {
    return name.replace('.', '/');
  }

  /** In the form of {@link #name}; null for {@link Object} alone. */
  public @Nullable String superclassName() {
    return superclass;
  }

  /** Null where there is none or its file is missing. */
  public @Nullable ClassDescription superclass() {
    return superclass == null ? null : other(superclass);
  }

  public boolean isInterface() {
    return (access & Opcodes.ACC_INTERFACE) != 0;
  }

  public boolean isAnnotation() {
    return (access & Opcodes.ACC_ANNOTATION) != 0;
  }

  /** The types of the annotations of the class itself. */
  public List<String> annotations() {
    return Collections.unmodifiableList(annotations);
  }

  /** Those that the class declares, constructors included. */
  public List<MethodDescription> methods() {
    return Collections.unmodifiableList(methods);
  }

  /**
   * The method that the class declares; null if there is none.
   *
   * @param descriptor its parameters and result in the form of the JVM
   */
  public @Nullable MethodDescription method(String methodName, String descriptor) {
    for (MethodDescription method : methods) {
      if (method.name().equals(methodName) && method.descriptor().equals(descriptor)) {
        return method;
      }
    }
    return null;
  }

  /** The field that the class declares; null if there is none. */
  public @Nullable FieldDescription declaredField(String fieldName) {
    for (FieldDescription field : fields) {
      if (field.name().equals(fieldName)) {
        return field;
      }
    }
    return null;
  }

  /** The field that the class declares or inherits; null if there is none. */
  public @Nullable FieldDescription field(String fieldName) {
    FieldDescription own = declaredField(fieldName);
    ClassDescription type = this;
    for (int depth = 0; own == null && depth < MAX_DEPTH; depth++) {
      type = type.superclass();
      if (type == null) {
        return null;
      }
      FieldDescription inherited = type.declaredField(fieldName);
      own = inherited == null || inherited.isPrivate() ? null : inherited;
    }
    return own;
  }

  /** Whether code of this class calls that one. */
  public boolean uses(String className) {
    return file.uses(className.replace('.', '/'));
  }

  /** Whether a type that this class uses is a subtype; false where its files are missing. */
  public boolean isSubtype(String type, String supertype) {
    return isSubtype(type, supertype, 0);
  }

  private boolean isSubtype(String type, String supertype, int depth) {
    if (type.equals(supertype)) {
      return true;
    }
    ClassDescription read = type.equals(OBJECT) || depth > MAX_DEPTH ? null : other(type);
    if (read == null) {
      return false;
    }
    for (String each : read.interfaces) {
      if (isSubtype(each, supertype, depth + 1)) {
        return true;
      }
    }
    return read.superclass != null && isSubtype(read.superclass, supertype, depth + 1);
  }

  private @Nullable ClassDescription other(String type) {
    String file = type.replace('.', '/') + ".class";
    try (InputStream in = open(file)) {
      return in == null ? null : new ClassDescription(loader, new ClassFile(allOf(in)));
    } catch (IOException e) {
      return null;
    }
  }

  private @Nullable InputStream open(String file) {
    // Classes of the JDK are resources of every class loader.
    return loader == null
        ? Object.class.getResourceAsStream('/' + file)
        : loader.getResourceAsStream(file);
  }

  private static byte[] allOf(InputStream in) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    int read = in.read(buffer);
    while (read >= 0) {
      bytes.write(buffer, 0, read);
      read = in.read(buffer);
    }
    return bytes.toByteArray();
  }
}
