package io.cioagent.instrumentation;

import io.cioagent.bridge.Handler;
import io.cioagent.instrumentation.classfile.ClassDescription;
import io.cioagent.instrumentation.classfile.MethodDescription;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Methods of a class, the shape in which they are woven and what is called. Required unless it is
 * made {@link #optional}.
 */
public final class Pointcut {
  private final MethodMatcher methods;
  private final Shape shape;
  private final @Nullable Handler handler;
  private final @Nullable Class<? extends Adapter> adapter;
  private final boolean required;

  private Pointcut(
      MethodMatcher methods,
      Shape shape,
      @Nullable Handler handler,
      @Nullable Class<? extends Adapter> adapter,
      boolean required) {
    this.methods = methods;
    this.shape = shape;
    this.handler = handler;
    this.adapter = adapter;
    this.required = required;
  }

  /** For a class of the JDK or a client of the application: one handler serves all there is. */
  public Pointcut(MethodMatcher methods, Shape shape, Handler handler) {
    this(methods, shape, handler, null, true);
  }

  /**
   * For a class of a library that the application brings: each class loader that has the library
   * gets an adapter of its own, linked with that very copy of it.
   *
   * @param shape passes, as the first value, an object of a woven class of this library
   * @param adapter created by its public constructor without parameters; here only its name counts
   */
  public static Pointcut ofLibrary(
      MethodMatcher methods, Shape shape, Class<? extends Adapter> adapter) {
    return new Pointcut(methods, shape, null, adapter, true);
  }

  /**
   * The same for methods that only some of the supported versions have. All others are required:
   * where one matches nothing, the class is another than the agent knows.
   */
  public Pointcut optional() {
    return new Pointcut(methods, shape, handler, adapter, false);
  }

  /**
   * The required methods that a class does not have; an abstract or native one cannot be woven.
   *
   * @return in words for people, without repetitions; empty where the class is as expected
   */
  public static Set<String> missing(List<Pointcut> pointcuts, ClassDescription type) {
    List<MethodDescription> declared = type.methods();
    Set<String> missing = new LinkedHashSet<>();
    for (Pointcut pointcut : pointcuts) {
      if (pointcut.required && !pointcut.matchesAny(declared)) {
        missing.add(pointcut.toString());
      }
    }
    return missing;
  }

  /**
   * Whether a class has only its name in common with the library's: a method has a required name
   * with other parameters, no required pointcut matches, and no method uses a type of the packages
   * that the pointcuts name. A later version of the library uses these, and lacks something.
   */
  static boolean areForOtherClass(List<Pointcut> pointcuts, ClassDescription type) {
    List<MethodDescription> declared = type.methods();
    boolean sharesName = false;
    Set<String> packages = new HashSet<>();
    for (Pointcut pointcut : pointcuts) {
      if (!pointcut.required) {
        continue;
      }
      if (pointcut.matchesAny(declared)) {
        return false;
      }
      if (pointcut.methods instanceof Signature) {
        Signature signature = (Signature) pointcut.methods;
        for (MethodDescription method : declared) {
          sharesName |= signature.isNameOf(method);
        }
        addPackages(signature, packages);
      }
    }
    return sharesName && !packages.isEmpty() && !usesAny(packages, declared);
  }

  /** Without those of the JDK, which every class may use. */
  private static void addPackages(Signature signature, Set<String> packages) {
    for (String type : signature.parameterTypes()) {
      if (type.indexOf('.') > 0 && !type.startsWith("java.")) {
        packages.add(PackageName.of(type));
      }
    }
  }

  private static boolean usesAny(Set<String> packages, List<MethodDescription> declared) {
    for (MethodDescription method : declared) {
      if (isIn(packages, method.returnType())) {
        return true;
      }
      for (String type : method.parameterTypes()) {
        if (isIn(packages, type)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isIn(Set<String> packages, String type) {
    return type.indexOf('.') > 0 && packages.contains(PackageName.of(type));
  }

  private boolean matchesAny(List<MethodDescription> declared) {
    for (MethodDescription method : declared) {
      if (weaves(method)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a method is one of those to weave. An abstract or native one cannot be woven, and what
   * a compiler adds for a result of another type calls the method itself.
   */
  public boolean weaves(MethodDescription method) {
    return !method.isAbstract()
        && !method.isNative()
        && !method.isSyntheticBridge()
        && methods.matches(method);
  }

  /** The methods, for people: as a {@link Signature} has them, or their bare names. */
  @Override
  public String toString() {
    return methods.toString();
  }

  public MethodMatcher methods() {
    return methods;
  }

  public Shape shape() {
    return shape;
  }

  /** What woven code calls; null where each class loader has an {@link #adapter} of its own. */
  public @Nullable Handler handler() {
    return handler;
  }

  /** Null where one {@link #handler} serves all. */
  public @Nullable Class<? extends Adapter> adapter() {
    return adapter;
  }
}
