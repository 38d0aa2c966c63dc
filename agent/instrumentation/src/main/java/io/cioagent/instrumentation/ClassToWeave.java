package io.cioagent.instrumentation;

import java.util.List;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.ClassFileVersion;
import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.dynamic.TypeResolutionStrategy;
import net.bytebuddy.dynamic.scaffold.InstrumentedType;
import net.bytebuddy.dynamic.scaffold.MethodGraph;
import net.bytebuddy.dynamic.scaffold.TypeValidation;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.pool.TypePool;
import org.jspecify.annotations.Nullable;

/**
 * One class before it is woven. Plain Byte Buddy without its agent builder, which costs half a
 * second of start-up. The format of the class does not change, so that a loaded class can be woven.
 */
public final class ClassToWeave {
  private final ClassFileLocator locator;
  private final TypePool pool;
  private final TypeDescription type;

  /**
   * Reads a class.
   *
   * @param loader of the class, null for the bootstrap loader
   */
  public ClassToWeave(@Nullable ClassLoader loader, String name, byte[] classFile) {
    locator =
        new ClassFileLocator.Compound(
            ClassFileLocator.Simple.of(name, classFile),
            loader == null
                ? ClassFileLocator.ForClassLoader.ofBootLoader()
                : ClassFileLocator.ForClassLoader.of(loader));
    pool =
        new TypePool.Default.WithLazyResolution(
            TypePool.CacheProvider.Simple.withObjectType(),
            locator,
            TypePool.Default.ReaderMode.FAST);
    type = pool.describe(name).resolve();
  }

  /**
   * Without the parts of Byte Buddy that only serve to create new classes, which saves a tenth of
   * the time of the first class.
   */
  private static final class Lean {
    static final ByteBuddy BYTE_BUDDY =
        new ByteBuddy(ClassFileVersion.JAVA_V8)
            .with(TypeValidation.DISABLED)
            .with(MethodGraph.Compiler.ForDeclaredMethods.INSTANCE)
            .with(InstrumentedType.Factory.Default.FROZEN)
            .with(Implementation.Context.Disabled.Factory.INSTANCE);

    private Lean() {}
  }

  public TypeDescription type() {
    return type;
  }

  /** The class file with advice in some of its methods. */
  public byte[] woven(List<AsmVisitorWrapper> advice) {
    DynamicType.Builder<?> builder = Lean.BYTE_BUDDY.decorate(type, locator);
    for (AsmVisitorWrapper each : advice) {
      builder = builder.visit(each);
    }
    return builder.make(TypeResolutionStrategy.Disabled.INSTANCE, pool).getBytes();
  }
}
