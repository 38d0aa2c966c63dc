package io.cioagent.instrumentation;

import io.cioagent.instrumentation.MethodCode.Phase;
import io.cioagent.instrumentation.classfile.ClassDescription;
import io.cioagent.instrumentation.classfile.MethodDescription;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.TypePath;
import org.objectweb.asm.commons.AnalyzerAdapter;

/**
 * Puts the code of shapes into one method. Where one of them is at the end, the method works on
 * copies of its arguments, so that the end gets those that the caller passed; returns become jumps
 * to the end, and all of the method is in a {@code try}.
 */
final class MethodWeaver extends MethodVisitor {
  /** The most that any shape has on the stack. */
  private static final int MAX_STACK = 12;

  private final MethodCode code;
  private final MethodDescription method;
  private final List<PlacedShape> shapes;
  private final int[] scopes;
  private final Label start = new Label();
  private final Label returned = new Label();
  private @Nullable AnalyzerAdapter stack;
  private boolean returns;
  private int shift;

  private MethodWeaver(
      MethodVisitor target,
      ClassDescription type,
      MethodDescription method,
      boolean frames,
      List<PlacedShape> shapes) {
    super(Opcodes.ASM9, target);
    this.code = new MethodCode(target, type, method, frames);
    this.method = method;
    this.shapes = shapes;
    this.scopes = new int[shapes.size()];
  }

  /**
   * Makes the visitor.
   *
   * @param frames whether code of this class has stack map frames
   * @param access flags of the method
   * @param shapes the first is the outermost
   */
  static MethodVisitor of(
      MethodVisitor target,
      ClassDescription type,
      MethodDescription method,
      int access,
      boolean frames,
      List<PlacedShape> shapes) {
    MethodWeaver weaver = new MethodWeaver(target, type, method, frames, shapes);
    // Without frames it knows too little, and rejects subroutines of old compilers.
    if (!frames || !weaver.isAnyAtEnd()) {
      return weaver;
    }
    weaver.stack =
        new AnalyzerAdapter(
            type.internalName(), access, method.name(), method.descriptor(), weaver);
    return weaver.stack;
  }

  private boolean isAnyAtEnd() {
    for (PlacedShape each : shapes) {
      if (each.shape.isAtEnd()) {
        return true;
      }
    }
    return false;
  }

  private boolean isAnyAt(Phase phase) {
    for (PlacedShape each : shapes) {
      if (each.shape.isAt(phase)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void visitCode() {
    super.visitCode();
    if (method.isConstructor() && (isAnyAt(Phase.BEGINS) || isAnyAt(Phase.THROWS))) {
      throw new IllegalStateException("A constructor can only be woven where it returns");
    }
    for (int i = 0; i < scopes.length; i++) {
      Object scope = shapes.get(i).shape.scopeType();
      scopes[i] = scope == null ? -1 : code.addScope(scope);
    }
    for (int i = 0; i < scopes.length; i++) {
      write(i);
    }
    if (isAnyAtEnd()) {
      shift = code.locals().firstOwn();
      code.copyArguments();
      super.visitLabel(start);
    }
  }

  private void write(int i) {
    PlacedShape each = shapes.get(i);
    if (each.shape.isAt(code.phase())) {
      code.write(each.shape, each.point, scopes[i]);
    }
  }

  @Override
  public void visitVarInsn(int opcode, int slot) {
    super.visitVarInsn(opcode, slot + shift);
  }

  @Override
  public void visitIincInsn(int slot, int increment) {
    super.visitIincInsn(slot + shift, increment);
  }

  @Override
  public void visitLocalVariable(
      String name, String descriptor, @Nullable String signature, Label from, Label to, int slot) {
    super.visitLocalVariable(name, descriptor, signature, from, to, slot + shift);
  }

  @Override
  public @Nullable AnnotationVisitor visitLocalVariableAnnotation(
      int typeRef,
      @Nullable TypePath typePath,
      Label[] from,
      Label[] to,
      int[] slots,
      String descriptor,
      boolean visible) {
    int[] shifted = slots.clone();
    for (int i = 0; i < shifted.length; i++) {
      shifted[i] += shift;
    }
    return super.visitLocalVariableAnnotation(
        typeRef, typePath, from, to, shifted, descriptor, visible);
  }

  @Override
  public void visitFrame(
      int type, int localCount, Object[] locals, int stackCount, Object[] stackTypes) {
    if (shift == 0) {
      super.visitFrame(type, localCount, locals, stackCount, stackTypes);
      return;
    }
    Object[] all = code.locals().with(locals, localCount);
    super.visitFrame(type, all.length, all, stackCount, stackTypes);
  }

  @Override
  public void visitInsn(int opcode) {
    if (shift == 0 || opcode < Opcodes.IRETURN || opcode > Opcodes.RETURN) {
      super.visitInsn(opcode);
      return;
    }
    code.storeReturned();
    popRest();
    super.visitJumpInsn(Opcodes.GOTO, returned);
    returns = true;
  }

  /** A return instruction discards what is below the result; a jump does not. */
  private void popRest() {
    List<Object> types = stack == null ? null : stack.stack;
    if (types == null) {
      return;
    }
    int i = types.size() - Type.getReturnType(method.descriptor()).getSize() - 1;
    while (i >= 0) {
      // The second half of a long or a double.
      boolean wide = types.get(i) == Opcodes.TOP;
      super.visitInsn(wide ? Opcodes.POP2 : Opcodes.POP);
      i -= wide ? 2 : 1;
    }
  }

  @Override
  public void visitMaxs(int maxStack, int maxLocals) {
    if (shift > 0) {
      Label end = new Label();
      super.visitLabel(end);
      if (returns) {
        code.returns(returned);
        writeEnds();
      }
      if (isAnyAt(Phase.THROWS)) {
        Label thrown = new Label();
        super.visitTryCatchBlock(start, end, thrown, MethodCode.THROWABLE.getInternalName());
        code.catches(thrown);
        writeEnds();
      }
    }
    super.visitMaxs(Math.max(maxStack, MAX_STACK), maxLocals + shift);
  }

  /** The innermost first. */
  private void writeEnds() {
    for (int i = scopes.length - 1; i >= 0; i--) {
      write(i);
    }
    code.leave();
  }
}
