package io.cioagent.instrumentation;

import io.cioagent.instrumentation.classfile.ClassDescription;
import io.cioagent.instrumentation.classfile.MethodDescription;
import java.util.Arrays;
import java.util.List;

/**
 * Chooses methods of a class. What {@code toString} returns names them for people, such as {@code
 * get or post}.
 */
public abstract class MethodMatcher {
  MethodMatcher() {}

  public abstract boolean matches(MethodDescription method);

  /** Whether a class declares such a method. */
  public final boolean matchesAnyOf(ClassDescription type) {
    for (MethodDescription method : type.methods()) {
      if (matches(method)) {
        return true;
      }
    }
    return false;
  }

  /** Methods of this name, or one of them, with any parameters; no constructor. */
  public static MethodMatcher named(String... names) {
    return new Named(Arrays.asList(names), false);
  }

  /** Methods whose names begin with this. */
  public static MethodMatcher nameStartsWith(String prefix) {
    return new Named(Arrays.asList(prefix), true);
  }

  /** All constructors. */
  public static MethodMatcher anyConstructor() {
    return new Condition("constructor") {
      @Override
      public boolean matches(MethodDescription method) {
        return method.isConstructor();
      }
    };
  }

  /** One method. */
  public static MethodMatcher is(MethodDescription only) {
    return new Condition(only.name()) {
      @Override
      public boolean matches(MethodDescription method) {
        return method == only;
      }
    };
  }

  /** Of these, the methods with that number of parameters. */
  public final MethodMatcher taking(int parameters) {
    return new Restricted(this) {
      @Override
      boolean allows(MethodDescription method) {
        return method.parameterTypes().size() == parameters;
      }
    };
  }

  /**
   * Of these, the methods with a parameter of that type, whatever the others are.
   *
   * @param index from 0
   * @param type in the form of {@link Signature#method}
   */
  public final MethodMatcher taking(int index, String type) {
    return new Restricted(this) {
      @Override
      boolean allows(MethodDescription method) {
        List<String> types = method.parameterTypes();
        return index < types.size() && types.get(index).equals(type);
      }
    };
  }

  /** Of these, the methods that are not static. */
  public final MethodMatcher ofInstances() {
    return new Restricted(this) {
      @Override
      boolean allows(MethodDescription method) {
        return !method.isStatic();
      }
    };
  }

  /** Of these, the methods that are public. */
  public final MethodMatcher thatArePublic() {
    return new Restricted(this) {
      @Override
      boolean allows(MethodDescription method) {
        return method.isPublic();
      }
    };
  }

  private static final class Named extends MethodMatcher {
    private final List<String> names;
    private final boolean prefix;

    Named(List<String> names, boolean prefix) {
      this.names = names;
      this.prefix = prefix;
    }

    @Override
    public boolean matches(MethodDescription method) {
      return prefix ? method.name().startsWith(names.get(0)) : names.contains(method.name());
    }

    @Override
    public String toString() {
      return String.join(" or ", names);
    }
  }

  private abstract static class Condition extends MethodMatcher {
    private final String name;

    Condition(String name) {
      this.name = name;
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private abstract static class Restricted extends MethodMatcher {
    private final MethodMatcher methods;

    Restricted(MethodMatcher methods) {
      this.methods = methods;
    }

    abstract boolean allows(MethodDescription method);

    @Override
    public final boolean matches(MethodDescription method) {
      return methods.matches(method) && allows(method);
    }

    @Override
    public final String toString() {
      return methods.toString();
    }
  }
}
