package io.cioagent.instrumentation;

import io.cioagent.bridge.Handler;
import java.lang.annotation.Annotation;
import java.util.Collections;
import java.util.Map;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.method.ParameterDescription;
import net.bytebuddy.matcher.ElementMatcher;

/** Methods of a class, the advice that goes into them and what it calls. */
public final class Pointcut {
  private final ElementMatcher<? super MethodDescription> methods;
  private final Class<?> advice;
  private final Handler handler;
  private final Class<? extends Adapter> adapter;
  private final Map<Class<? extends Annotation>, ParameterDescription> arguments;

  private Pointcut(
      ElementMatcher<? super MethodDescription> methods,
      Class<?> advice,
      Handler handler,
      Class<? extends Adapter> adapter,
      Map<Class<? extends Annotation>, ParameterDescription> arguments) {
    this.methods = methods;
    this.advice = advice;
    this.handler = handler;
    this.adapter = adapter;
    this.arguments = arguments;
  }

  /** For a class of the JDK: one handler serves all there is. */
  public Pointcut(
      ElementMatcher<? super MethodDescription> methods, Class<?> advice, Handler handler) {
    this(methods, advice, handler, null, Collections.emptyMap());
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
    this(methods, advice, handler, null, arguments);
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
    return new Pointcut(methods, advice, null, adapter, Collections.emptyMap());
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
