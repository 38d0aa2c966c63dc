package io.cioagent.instrumentation;

import io.cioagent.bridge.Handler;
import io.cioagent.core.call.ErrorType;
import io.cioagent.core.call.LibraryErrors;
import io.cioagent.instrumentation.classfile.ClassDescription;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** An instrumentation that lists its classes and methods in its constructor. */
public abstract class LibraryInstrumentation implements Instrumentation {
  private final Map<String, List<WovenType>> types = new LinkedHashMap<>();
  private final Set<String> listedClasses = new LinkedHashSet<>();

  /** Classes by name, nested ones with a {@code $}; each may be given several times. */
  protected final WovenType type(String... names) {
    return add("", names);
  }

  /**
   * As {@link #type(String...)}, for classes of the JDK that are woven late.
   *
   * @param mark {@link Mark#AFTER_CLIENT}
   */
  protected final WovenType type(char mark, String... names) {
    return add(String.valueOf(mark), names);
  }

  private WovenType add(String mark, String[] names) {
    WovenType woven = new WovenType();
    for (String name : names) {
      types.computeIfAbsent(name, each -> new ArrayList<>()).add(woven);
      listedClasses.add(mark + name);
    }
    return woven;
  }

  /**
   * Classifies exceptions of the library and their subclasses. Standard exceptions of the JDK need
   * no entry.
   *
   * @param classNames full names, nested classes with a {@code $}
   */
  protected static void errors(ErrorType.Kind kind, String... classNames) {
    LibraryErrors.add(kind, classNames);
  }

  /** Classifies exceptions of exactly this class, which may be one of the JDK, by the message. */
  protected static void errorMessages(ErrorType.Kind kind, String className, String... messages) {
    LibraryErrors.addMessages(kind, className, messages);
  }

  @Override
  public final Set<String> listedClasses() {
    return Collections.unmodifiableSet(listedClasses);
  }

  /** The adapters that are created for each copy of the library. */
  final Set<Class<? extends Adapter>> linkedAdapters() {
    Set<Class<? extends Adapter>> adapters = new LinkedHashSet<>();
    for (List<WovenType> sameName : types.values()) {
      for (WovenType type : sameName) {
        for (Pointcut pointcut : type.pointcuts) {
          if (pointcut.adapter() != null) {
            adapters.add(pointcut.adapter());
          }
        }
      }
    }
    return adapters;
  }

  @Override
  public final List<Pointcut> pointcuts(ClassDescription type) {
    List<Pointcut> all = new ArrayList<>();
    for (WovenType each : types.getOrDefault(type.name(), Collections.emptyList())) {
      if (each.condition.test(type)) {
        all.addAll(each.pointcuts);
      }
    }
    // Not woven and not reported: it is no version of the library.
    return Pointcut.areForOtherClass(all, type) ? Collections.emptyList() : all;
  }

  /** The methods to weave in classes. A method that a required pointcut names must be there. */
  protected static final class WovenType {
    private final List<Pointcut> pointcuts = new ArrayList<>();
    private Predicate<ClassDescription> condition = type -> true;

    private WovenType() {}

    /** Only in versions of the class that declare such a method. */
    public WovenType having(MethodMatcher method) {
      return when(method::matchesAnyOf);
    }

    /** Only in versions of the class that declare no such method. */
    public WovenType lacking(MethodMatcher method) {
      return when(type -> !method.matchesAnyOf(type));
    }

    /** Only where the class is as described. */
    public WovenType when(Predicate<ClassDescription> description) {
      condition = condition.and(description);
      return this;
    }

    /**
     * Methods that every supported version has.
     *
     * @param adapter created for each copy of the library by its constructor without parameters;
     *     here only its name counts
     */
    public WovenType required(
        MethodMatcher methods, Shape shape, Class<? extends Adapter> adapter) {
      pointcuts.add(Pointcut.ofLibrary(methods, shape, adapter));
      return this;
    }

    /** As {@link #required}, for methods that only some of the supported versions have. */
    public WovenType optional(
        MethodMatcher methods, Shape shape, Class<? extends Adapter> adapter) {
      pointcuts.add(Pointcut.ofLibrary(methods, shape, adapter).optional());
      return this;
    }

    /** For classes of the JDK, of which there is one copy. */
    public WovenType required(MethodMatcher methods, Shape shape, Handler handler) {
      pointcuts.add(new Pointcut(methods, shape, handler));
      return this;
    }

    /** As {@link #required}, for methods that only some of the supported versions have. */
    public WovenType optional(MethodMatcher methods, Shape shape, Handler handler) {
      pointcuts.add(new Pointcut(methods, shape, handler).optional());
      return this;
    }
  }
}
