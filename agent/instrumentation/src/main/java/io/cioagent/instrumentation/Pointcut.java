package io.cioagent.instrumentation;

import io.cioagent.bridge.Handler;
import java.lang.annotation.Annotation;
import java.util.Collections;
import java.util.Map;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.method.ParameterDescription;
import net.bytebuddy.matcher.ElementMatcher;

/** Methods of a class, the advice that goes into them and the handler that it calls. */
public final class Pointcut {
  private final ElementMatcher<? super MethodDescription> methods;
  private final Class<?> advice;
  private final Handler handler;
  private final Map<Class<? extends Annotation>, ParameterDescription> arguments;

  public Pointcut(
      ElementMatcher<? super MethodDescription> methods, Class<?> advice, Handler handler) {
    this(methods, advice, handler, Collections.emptyMap());
  }

  /**
   * @param arguments the parameter of the one woven method that each annotation of the advice
   *     stands for; a null parameter passes null
   */
  public Pointcut(
      ElementMatcher<? super MethodDescription> methods,
      Class<?> advice,
      Handler handler,
      Map<Class<? extends Annotation>, ParameterDescription> arguments) {
    this.methods = methods;
    this.advice = advice;
    this.handler = handler;
    this.arguments = arguments;
  }

  public ElementMatcher<? super MethodDescription> methods() {
    return methods;
  }

  public Class<?> advice() {
    return advice;
  }

  public Handler handler() {
    return handler;
  }

  public Map<Class<? extends Annotation>, ParameterDescription> arguments() {
    return arguments;
  }
}
