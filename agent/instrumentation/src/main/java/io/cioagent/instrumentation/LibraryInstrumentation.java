package io.cioagent.instrumentation;

import io.cioagent.bridge.Handler;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;

/** An instrumentation that lists its classes and methods in its constructor. */
public abstract class LibraryInstrumentation implements Instrumentation {
  private final Map<String, List<WovenType>> types = new LinkedHashMap<>();

  /** Classes by their names, nested ones with a {@code $}; each may be given several times. */
  protected final WovenType type(String... names) {
    WovenType woven = new WovenType();
    for (String name : names) {
      types.computeIfAbsent(name, each -> new ArrayList<>()).add(woven);
    }
    return woven;
  }

  /** The names of the classes that are woven. */
  public final Set<String> types() {
    return Collections.unmodifiableSet(types.keySet());
  }

  @Override
  public final List<Pointcut> pointcuts(TypeDescription type) {
    List<Pointcut> all = new ArrayList<>();
    for (WovenType each : types.getOrDefault(type.getName(), Collections.emptyList())) {
      if (each.condition.test(type)) {
        all.addAll(each.pointcuts);
      }
    }
    return all;
  }

  /** The methods to weave in classes. A method that a required pointcut names must be there. */
  protected static final class WovenType {
    private final List<Pointcut> pointcuts = new ArrayList<>();
    private Predicate<TypeDescription> condition = type -> true;

    private WovenType() {}

    /** Only in versions of the class that declare such a method. */
    public WovenType having(ElementMatcher<? super MethodDescription> method) {
      return when(type -> declares(type, method));
    }

    /** Only in versions of the class that declare no such method. */
    public WovenType lacking(ElementMatcher<? super MethodDescription> method) {
      return when(type -> !declares(type, method));
    }

    /** Only where the class is as described. */
    public WovenType when(Predicate<TypeDescription> description) {
      condition = condition.and(description);
      return this;
    }

    private static boolean declares(
        TypeDescription type, ElementMatcher<? super MethodDescription> method) {
      return !type.getDeclaredMethods().filter(method).isEmpty();
    }

    /**
     * Methods that every supported version has.
     *
     * @param adapter made for each copy of the library by its constructor with an {@link
     *     io.cioagent.core.observe.Observer}; here only its name counts
     */
    public WovenType required(
        ElementMatcher<? super MethodDescription> methods,
        Shape shape,
        Class<? extends Adapter> adapter) {
      pointcuts.add(Pointcut.ofLibrary(methods, shape, adapter));
      return this;
    }

    /** As {@link #required}, for methods that only some of the supported versions have. */
    public WovenType optional(
        ElementMatcher<? super MethodDescription> methods,
        Shape shape,
        Class<? extends Adapter> adapter) {
      pointcuts.add(Pointcut.ofLibrary(methods, shape, adapter).optional());
      return this;
    }

    /** For classes of the JDK, of which there is one copy. */
    public WovenType required(
        ElementMatcher<? super MethodDescription> methods, Shape shape, Handler handler) {
      pointcuts.add(new Pointcut(methods, shape, handler));
      return this;
    }

    /** As {@link #required}, for methods that only some of the supported versions have. */
    public WovenType optional(
        ElementMatcher<? super MethodDescription> methods, Shape shape, Handler handler) {
      pointcuts.add(new Pointcut(methods, shape, handler).optional());
      return this;
    }
  }
}
