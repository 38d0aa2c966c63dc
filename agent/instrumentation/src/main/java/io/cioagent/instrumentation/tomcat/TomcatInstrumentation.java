package io.cioagent.instrumentation.tomcat;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Instrumentation;
import io.cioagent.instrumentation.Pointcut;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.bytebuddy.description.type.TypeDescription;

/**
 * Weaves the one door from Coyote to the servlets, which a request passes once, and once more for
 * whatever it is told asynchronously; and Coyote's request, whose body all ways of reading come to,
 * parameters and parts too.
 */
public final class TomcatInstrumentation implements Instrumentation {
  private static final List<Pointcut> DOOR =
      Arrays.asList(
          Pointcut.ofLibrary(
              named("service").and(takesArguments(2)), DoorAdvice.class, ServiceAdapter.class),
          Pointcut.ofLibrary(
              named("asyncDispatch").and(takesArguments(3)),
              DispatchAdvice.class,
              DispatchAdapter.class),
          Pointcut.ofLibrary(
              named("service")
                  .and(takesArguments(2))
                  .or(named("asyncDispatch").and(takesArguments(3))),
              LeftAdvice.class,
              LeftAdapter.class));

  private static final List<Pointcut> REQUEST =
      Arrays.asList(
          Pointcut.ofLibrary(
              named("doRead").and(takesArguments(1)), ReadAdvice.class, ReadAdapter.class),
          Pointcut.ofLibrary(
              named("recycle").and(takesArguments(0)), RecycleAdvice.class, RecycleAdapter.class));

  public TomcatInstrumentation(Observer observer) {}

  @Override
  public List<Pointcut> pointcuts(TypeDescription type) {
    switch (type.getName()) {
      case "org.apache.catalina.connector.CoyoteAdapter":
        return DOOR;
      case "org.apache.coyote.Request":
        return REQUEST;
      default:
        return Collections.emptyList();
    }
  }
}
