package io.cioagent.instrumentation.classfile;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/** The bytes of a class, read and written by ASM. */
public final class ClassFile {
  /** The newest version that ASM reads. */
  private static final int NEWEST = Opcodes.V27;

  private static final int MAJOR_VERSION = 6;

  /** Begins a constant that names a class. */
  private static final int CLASS = 7;

  private final ClassReader reader;
  private final int version;

  /**
   * Reads the constants and nothing else yet. A class of a newer JDK is read as one of the newest
   * known version: the format changes rarely, and with an attribute that ASM copies as it is.
   */
  public ClassFile(byte[] bytes) {
    version = ((bytes[MAJOR_VERSION] & 0xff) << 8) | (bytes[MAJOR_VERSION + 1] & 0xff);
    byte[] readable = bytes;
    if (version > NEWEST) {
      readable = bytes.clone();
      readable[MAJOR_VERSION] = (byte) (NEWEST >> 8);
      readable[MAJOR_VERSION + 1] = (byte) NEWEST;
    }
    reader = new ClassReader(readable);
  }

  /** Lets a visitor see what is not code. */
  void describe(ClassVisitor visitor) {
    reader.accept(
        visitor, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
  }

  /** Whether the class names another one, as all code does that calls its methods. */
  boolean uses(String internalName) {
    char[] buffer = new char[reader.getMaxStringLength()];
    for (int i = 1; i < reader.getItemCount(); i++) {
      // After the first byte; 0 for the second half of a long constant.
      int constant = reader.getItem(i);
      if (constant > 0
          && reader.readByte(constant - 1) == CLASS
          && internalName.equals(reader.readUTF8(constant, buffer))) {
        return true;
      }
    }
    return false;
  }

  /** Whether code of this class has stack map frames. */
  public boolean hasFrames() {
    return version >= Opcodes.V1_6;
  }

  /** A new writer, for {@link #changed}. */
  public ClassWriter writer() {
    return new ClassWriter(reader, 0);
  }

  /**
   * The changed class. Methods whose visitor is the writer's own are copied.
   *
   * @param visitor changes the class and passes it to the writer
   * @param wholeFrames whether visitors see and make stack map frames with all local variables, or
   *     with their differences to the frame before
   */
  public byte[] changed(ClassVisitor visitor, ClassWriter writer, boolean wholeFrames) {
    reader.accept(visitor, wholeFrames ? ClassReader.EXPAND_FRAMES : 0);
    byte[] bytes = writer.toByteArray();
    bytes[MAJOR_VERSION] = (byte) (version >> 8);
    bytes[MAJOR_VERSION + 1] = (byte) version;
    return bytes;
  }
}
