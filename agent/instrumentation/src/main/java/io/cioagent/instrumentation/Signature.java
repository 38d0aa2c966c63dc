package io.cioagent.instrumentation;

import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.method.ParameterList;
import net.bytebuddy.matcher.ElementMatcher;

/**
 * Matches methods by their name and the types of all their parameters. A relative, a copy or a
 * later version of a class may have a method of the same name with other types: an advice woven
 * there would fail at every call.
 */
public final class Signature extends ElementMatcher.Junction.AbstractBase<MethodDescription> {
  /** As a parameter's type: any type. At the end of a name: any suffix. */
  public static final String ANY = "*";

  private static final String CONSTRUCTOR = "constructor";

  private final String name;
  private final boolean prefix;
  private final String[] parameterTypes;

  private Signature(String name, boolean prefix, String[] parameterTypes) {
    this.name = name;
    this.prefix = prefix;
    this.parameterTypes = parameterTypes;
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
    return new Signature(
        prefix ? name.substring(0, name.length() - ANY.length()) : name, prefix, parameterTypes);
  }

  /**
   * A constructor.
   *
   * @param parameterTypes as for {@link #method}
   */
  public static Signature constructor(String... parameterTypes) {
    return new Signature(CONSTRUCTOR, false, parameterTypes);
  }

  @Override
  public boolean matches(MethodDescription method) {
    if (method.isConstructor() ? !name.equals(CONSTRUCTOR) : !isNamed(method.getName())) {
      return false;
    }
    ParameterList<?> parameters = method.getParameters();
    if (parameters.size() != parameterTypes.length) {
      return false;
    }
    for (int i = 0; i < parameterTypes.length; i++) {
      if (!parameterTypes[i].equals(ANY)
          && !parameters.get(i).getType().asErasure().getActualName().equals(parameterTypes[i])) {
        return false;
      }
    }
    return true;
  }

  private boolean isNamed(String methodName) {
    return prefix ? methodName.startsWith(name) : methodName.equals(name);
  }

  /** For people, such as {@code enqueue(okhttp3.Callback)}. */
  @Override
  public String toString() {
    return name + (prefix ? ANY : "") + '(' + String.join(", ", parameterTypes) + ')';
  }
}
