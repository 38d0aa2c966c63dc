package io.cioagent.instrumentation;

import io.cioagent.instrumentation.classfile.MethodDescription;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Matches methods by their name and the types of all their parameters. A relative, a copy or a
 * later version of a class may have a method of the same name with other types: code woven there
 * would fail at every call.
 */
public final class Signature extends MethodMatcher {
  /** As a parameter's type: any type. At the end of a name: any suffix. */
  public static final String ANY = "*";

  private static final String CONSTRUCTOR = "constructor";

  private final List<Alternative> alternatives;

  private Signature(List<Alternative> alternatives) {
    this.alternatives = alternatives;
  }

  /** One name with one list of parameters. */
  private static final class Alternative {
    private final String name;
    private final boolean prefix;
    private final List<String> parameterTypes;

    Alternative(String name, boolean prefix, String... parameterTypes) {
      this.name = name;
      this.prefix = prefix;
      this.parameterTypes = Arrays.asList(parameterTypes);
    }

    boolean isNameOf(MethodDescription method) {
      if (method.isConstructor()) {
        return name.equals(CONSTRUCTOR);
      }
      return prefix ? method.name().startsWith(name) : method.name().equals(name);
    }

    boolean matches(MethodDescription method) {
      if (!isNameOf(method)) {
        return false;
      }
      List<String> types = method.parameterTypes();
      if (types.size() != parameterTypes.size()) {
        return false;
      }
      for (int i = 0; i < parameterTypes.size(); i++) {
        String type = parameterTypes.get(i);
        if (!type.equals(ANY) && !type.equals(types.get(i))) {
          return false;
        }
      }
      return true;
    }

    @Override
    public String toString() {
      return name + (prefix ? ANY : "") + '(' + String.join(", ", parameterTypes) + ')';
    }
  }

  /**
   * A method that is no constructor.
   *
   * @param name ends with {@link #ANY} where more may follow, such as what Kotlin adds to the names
   *     of internal methods
   * @param parameterTypes as the source of a class names them, nested ones with a {@code $}, or
   *     {@link #ANY}
   */
  public static Signature method(String name, String... parameterTypes) {
    boolean prefix = name.endsWith(ANY);
    return of(
        new Alternative(
            prefix ? name.substring(0, name.length() - ANY.length()) : name,
            prefix,
            parameterTypes));
  }

  /**
   * A constructor.
   *
   * @param parameterTypes as for {@link #method}
   */
  public static Signature constructor(String... parameterTypes) {
    return of(new Alternative(CONSTRUCTOR, false, parameterTypes));
  }

  private static Signature of(Alternative alternative) {
    return new Signature(Collections.singletonList(alternative));
  }

  /** Methods that either of two signatures matches. */
  public Signature or(Signature other) {
    List<Alternative> both = new ArrayList<>(alternatives);
    both.addAll(other.alternatives);
    return new Signature(both);
  }

  @Override
  public boolean matches(MethodDescription method) {
    for (Alternative alternative : alternatives) {
      if (alternative.matches(method)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a method has the name, whatever its parameters are. */
  boolean isNameOf(MethodDescription method) {
    for (Alternative alternative : alternatives) {
      if (alternative.isNameOf(method)) {
        return true;
      }
    }
    return false;
  }

  /** The types of all parameters, as they were given. */
  List<String> parameterTypes() {
    List<String> types = new ArrayList<>();
    for (Alternative alternative : alternatives) {
      types.addAll(alternative.parameterTypes);
    }
    return types;
  }

  /** For people, such as {@code enqueue(okhttp3.Callback)}. */
  @Override
  public String toString() {
    return alternatives.stream().map(Alternative::toString).collect(Collectors.joining(" or "));
  }
}
