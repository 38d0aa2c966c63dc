package io.cioagent.instrumentation.apachehttpasyncclient4;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import io.cioagent.instrumentation.Instrumentation;
import io.cioagent.instrumentation.Pointcut;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;

/**
 * Weaves the handlers that serve one request each. In 4.0 one class does it all; from 4.1 on its
 * first half, up to the connection and the end, stands in a base class.
 */
public final class ApacheHttpAsyncClient4Instrumentation implements Instrumentation {
  /** How a request gets its connection, and how it ends. */
  private static final List<Pointcut> ENDS =
      Arrays.asList(
          event("markCompleted", 0, EventAdvice.class, CompletedAdapter.class),
          event("failed", 1, ArgumentAdvice.class, FailedAdapter.class),
          event("connectionRequestFailed", 1, ArgumentAdvice.class, FailedAdapter.class),
          event("cancel", 0, EventAdvice.class, CancelledAdapter.class),
          event("connectionRequestCancelled", 0, EventAdvice.class, CancelledAdapter.class),
          event("close", 0, EventAdvice.class, CancelledAdapter.class));

  private static final List<Pointcut> WIRE =
      Arrays.asList(
          event("generateRequest", 0, SendAdvice.class, SendAdapter.class),
          event("responseReceived", 1, ArgumentAdvice.class, AnsweredAdapter.class),
          event("consumeContent", 2, ArgumentAdvice.class, ContentAdapter.class),
          event("inputTerminated", 0, EventAdvice.class, BrokenOffAdapter.class));

  private static final List<Pointcut> BASE =
      with(ENDS, event("requestConnection", 0, StartAdvice.class, StartAdapter.class));

  private static final List<Pointcut> HANDLER =
      with(WIRE, event("responseCompleted", 0, StateAdvice.class, StateAdapter.class));

  /** Ends without {@code markCompleted}. */
  private static final List<Pointcut> HANDLER_OF_4_0 = with(BASE.subList(1, BASE.size()), HANDLER);

  public ApacheHttpAsyncClient4Instrumentation(Observer observer) {}

  private static Pointcut event(
      String method, int arguments, Class<?> advice, Class<? extends Adapter> adapter) {
    ElementMatcher.Junction<MethodDescription> matcher =
        named(method).and(takesArguments(arguments));
    return Pointcut.ofLibrary(matcher, advice, adapter);
  }

  private static List<Pointcut> with(List<Pointcut> some, Pointcut more) {
    return with(some, Arrays.asList(more));
  }

  private static List<Pointcut> with(List<Pointcut> some, List<Pointcut> more) {
    List<Pointcut> all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }

  @Override
  public List<Pointcut> pointcuts(TypeDescription type) {
    switch (type.getSimpleName()) {
      case "AbstractClientExchangeHandler":
        return BASE;
      case "MinimalClientExchangeHandlerImpl":
        return WIRE;
      default:
        return type.getSuperClass().represents(Object.class) ? HANDLER_OF_4_0 : HANDLER;
    }
  }
}
