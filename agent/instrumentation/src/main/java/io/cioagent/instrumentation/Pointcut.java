package io.cioagent.instrumentation;

import io.cioagent.bridge.Handler;
import java.lang.annotation.Annotation;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.method.ParameterDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;

/**
 * Methods of a class, the advice that goes into them and what it calls. Required unless it is made
 * {@link #optional}.
 */
public final class Pointcut {
  /** How Byte Buddy's matchers show the name of a method; that of a type has dots. */
  private static final Pattern METHOD_NAME =
      Pattern.compile("name\\((?:equals|startsWith|in)\\(([^.()]+)\\)\\)");

  private final ElementMatcher<? super MethodDescription> methods;
  private final Class<?> advice;
  private final Handler handler;
  private final Class<? extends Adapter> adapter;
  private final Map<Class<? extends Annotation>, ParameterDescription> arguments;
  private final boolean required;

  private Pointcut(
      ElementMatcher<? super MethodDescription> methods,
      Class<?> advice,
      Handler handler,
      Class<? extends Adapter> adapter,
      Map<Class<? extends Annotation>, ParameterDescription> arguments,
      boolean required) {
    this.methods = methods;
    this.advice = advice;
    this.handler = handler;
    this.adapter = adapter;
    this.arguments = arguments;
    this.required = required;
  }

  /** For a class of the JDK: one handler serves all there is. */
  public Pointcut(
      ElementMatcher<? super MethodDescription> methods, Class<?> advice, Handler handler) {
    this(methods, advice, handler, null, Collections.emptyMap(), true);
  }

  /**
   * For a client of the application.
   *
   * @param arguments the parameter of the one woven method that each annotation of the advice
   *     stands for; a null parameter passes null
   */
  public Pointcut(
      ElementMatcher<? super MethodDescription> methods,
      Class<?> advice,
      Handler handler,
      Map<Class<? extends Annotation>, ParameterDescription> arguments) {
    this(methods, advice, handler, null, arguments, true);
  }

  /**
   * For a class of a library that the application brings: each class loader that has the library
   * gets an adapter of its own, linked with that very copy of it.
   *
   * @param advice passes, as the first argument, an object of a woven class of this library
   * @param adapter made by its public constructor with an {@link
   *     io.cioagent.core.observe.Observer}; here only its name counts
   */
  public static Pointcut ofLibrary(
      ElementMatcher<? super MethodDescription> methods,
      Class<?> advice,
      Class<? extends Adapter> adapter) {
    return new Pointcut(methods, advice, null, adapter, Collections.emptyMap(), true);
  }

  /**
   * The same for methods that only some of the supported versions have. All others are required:
   * where one matches nothing, the class is another than the agent knows.
   */
  public Pointcut optional() {
    return new Pointcut(methods, advice, handler, adapter, arguments, false);
  }

  /**
   * The required methods that a class does not have; an abstract or native one cannot be woven.
   *
   * @return in words for people, without repetitions; empty where the class is as expected
   */
  public static Set<String> missing(List<Pointcut> pointcuts, TypeDescription type) {
    List<? extends MethodDescription> declared = type.getDeclaredMethods();
    Set<String> missing = new LinkedHashSet<>();
    for (Pointcut pointcut : pointcuts) {
      if (pointcut.required && !pointcut.matchesAny(declared)) {
        missing.add(pointcut.toString());
      }
    }
    return missing;
  }

  private boolean matchesAny(List<? extends MethodDescription> declared) {
    for (MethodDescription method : declared) {
      if (!method.isAbstract() && !method.isNative() && methods.matches(method)) {
        return true;
      }
    }
    return false;
  }

  /** The methods, for people: as a {@link Signature} has them, or their bare names. */
  @Override
  public String toString() {
    String all = methods.toString();
    Set<String> names = new LinkedHashSet<>();
    Matcher name = METHOD_NAME.matcher(all);
    while (name.find()) {
      names.add(name.group(1).replace(", ", " or "));
    }
    if (!names.isEmpty()) {
      return String.join(" or ", names);
    }
    if (all.contains("isConstructor()")) {
      return "constructor";
    }
    // Several signatures stand in parentheses.
    return all.startsWith("(") ? all.substring(1, all.length() - 1) : all;
  }

  public ElementMatcher<? super MethodDescription> methods() {
    return methods;
  }

  public Class<?> advice() {
    return advice;
  }

  /** What the advice calls; null where each class loader has an {@link #adapter} of its own. */
  public Handler handler() {
    return handler;
  }

  /** Null where one {@link #handler} serves all. */
  public Class<? extends Adapter> adapter() {
    return adapter;
  }

  public Map<Class<? extends Annotation>, ParameterDescription> arguments() {
    return arguments;
  }
}
