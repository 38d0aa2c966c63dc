package io.cioagent.instrumentation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.bytebuddy.asm.Advice.OffsetMapping;
import net.bytebuddy.description.field.FieldDescription;
import net.bytebuddy.description.method.ParameterDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.scaffold.FieldLocator;
import net.bytebuddy.implementation.bytecode.StackManipulation;
import net.bytebuddy.implementation.bytecode.assign.Assigner.Typing;
import net.bytebuddy.implementation.bytecode.collection.ArrayFactory;
import net.bytebuddy.implementation.bytecode.constant.NullConstant;
import org.jspecify.annotations.Nullable;

/** A value of a woven method that its adapter gets. Primitive values are boxed. */
public final class Value {
  /** The object whose method is woven. */
  public static final Value THIS =
      new Value("this", new OffsetMapping.ForThisReference(object(), true, Typing.DYNAMIC, false));

  /** What the method returns; null where it throws. Only where the method ends. */
  public static final Value RETURNED =
      new Value("returned", new OffsetMapping.ForReturnValue(object(), true, Typing.DYNAMIC));

  /** What the method throws; null where it returns. Only for {@link Shape#atEnd}. */
  public static final Value THROWN =
      new Value("thrown", new OffsetMapping.ForThrowable(object(), true, Typing.DYNAMIC));

  /** Null. */
  static final Value NONE =
      new Value(
          "none",
          (type, method, assigner, arguments, sort) ->
              new OffsetMapping.Target.ForStackManipulation(NullConstant.INSTANCE));

  private final String name;
  private final OffsetMapping mapping;

  private Value(String name, OffsetMapping mapping) {
    this.name = name;
    this.mapping = mapping;
  }

  /**
   * An argument of the method.
   *
   * @param index from 0
   */
  public static Value argument(int index) {
    return argument(index, false);
  }

  /** As {@link #argument}; null where the method has fewer. */
  public static Value optionalArgument(int index) {
    return argument(index, true);
  }

  private static Value argument(int index, boolean optional) {
    return new Value(
        "argument " + index,
        new OffsetMapping.ForArgument.Unresolved(object(), true, Typing.DYNAMIC, index, optional));
  }

  /** The argument of the one woven method that a parameter stands for; null where there is none. */
  public static Value argument(@Nullable ParameterDescription parameter) {
    return parameter == null
        ? NONE
        : new Value(
            "argument " + parameter.getIndex(),
            new OffsetMapping.ForArgument.Resolved(object(), true, Typing.DYNAMIC, parameter));
  }

  /** A field of {@link #THIS}, which may be declared by a superclass. */
  public static Value field(String name) {
    return new Value(
        "field " + name,
        (type, method, assigner, arguments, sort) -> {
          FieldDescription field = new FieldLocator.ForClassHierarchy(type).locate(name).getField();
          return new OffsetMapping.ForField.Resolved(object(), true, Typing.DYNAMIC, field)
              .resolve(type, method, assigner, arguments, sort);
        });
  }

  /** Several values in one array of objects, made only where the adapter is called. */
  public static Value array(Value... values) {
    return new Value(
        Arrays.toString(values),
        (type, method, assigner, arguments, sort) -> {
          List<StackManipulation> reads = new ArrayList<>();
          for (Value value : values) {
            reads.add(value.mapping.resolve(type, method, assigner, arguments, sort).resolveRead());
          }
          return new OffsetMapping.Target.ForStackManipulation(
              ArrayFactory.forType(object()).withValues(reads));
        });
  }

  /** For people, such as {@code argument 0}. */
  @Override
  public String toString() {
    return name;
  }

  OffsetMapping mapping() {
    return mapping;
  }

  private static TypeDescription.Generic object() {
    return TypeDescription.Generic.OfNonGenericType.ForLoadedType.of(Object.class);
  }
}
