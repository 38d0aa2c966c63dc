package io.cioagent.instrumentation.vertxclient;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Instrumentation;
import io.cioagent.instrumentation.Pointcut;
import java.util.Collections;
import java.util.List;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;

/** Weaves the client's one method that every request comes to before it has a connection. */
public final class VertxClientInstrumentation implements Instrumentation {
  private static final ElementMatcher.Junction<MethodDescription> REQUEST_5 =
      named("doRequest")
          .and(takesArgument(2, named("io.vertx.core.net.HostAndPort")))
          .and(takesArgument(4, boolean.class))
          .and(takesArgument(5, String.class));

  private static final List<Pointcut> CLIENT_5 =
      Collections.singletonList(
          Pointcut.ofLibrary(REQUEST_5, Request5Advice.class, Request5Adapter.class));

  private static final List<Pointcut> CLIENT_4 =
      Collections.singletonList(
          Pointcut.ofLibrary(
              named("doRequest")
                  .and(takesArgument(2, String.class))
                  .and(takesArgument(3, int.class))
                  .and(takesArgument(4, Boolean.class))
                  .and(takesArgument(5, String.class)),
              RequestAdvice.class,
              RequestAdapter.class));

  public VertxClientInstrumentation(Observer observer) {}

  /** Each version has one of the two methods, which is then required. */
  @Override
  public List<Pointcut> pointcuts(TypeDescription type) {
    return type.getDeclaredMethods().filter(REQUEST_5).isEmpty() ? CLIENT_4 : CLIENT_5;
  }
}
