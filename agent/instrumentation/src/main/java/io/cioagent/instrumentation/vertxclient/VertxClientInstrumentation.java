package io.cioagent.instrumentation.vertxclient;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Instrumentation;
import io.cioagent.instrumentation.Pointcut;
import java.util.Arrays;
import java.util.List;
import net.bytebuddy.description.type.TypeDescription;

/** Weaves the client's one method that every request comes to before it has a connection. */
public final class VertxClientInstrumentation implements Instrumentation {
  private static final List<Pointcut> CLIENT =
      Arrays.asList(
          Pointcut.ofLibrary(
              named("doRequest")
                  .and(takesArgument(2, String.class))
                  .and(takesArgument(3, int.class))
                  .and(takesArgument(4, Boolean.class))
                  .and(takesArgument(5, String.class)),
              RequestAdvice.class,
              RequestAdapter.class),
          Pointcut.ofLibrary(
              named("doRequest")
                  .and(takesArgument(2, named("io.vertx.core.net.HostAndPort")))
                  .and(takesArgument(4, boolean.class))
                  .and(takesArgument(5, String.class)),
              Request5Advice.class,
              Request5Adapter.class));

  public VertxClientInstrumentation(Observer observer) {}

  @Override
  public List<Pointcut> pointcuts(TypeDescription type) {
    return CLIENT;
  }
}
