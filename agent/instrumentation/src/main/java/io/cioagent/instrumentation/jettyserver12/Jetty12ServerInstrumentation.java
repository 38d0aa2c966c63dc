package io.cioagent.instrumentation.jettyserver12;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Instrumentation;
import io.cioagent.instrumentation.Pointcut;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;

/**
 * Weaves what invokes the handlers and completes the stream afterwards, the request that all
 * wrappers end at, and the callback that hears of failures. All protocols share these.
 */
public final class Jetty12ServerInstrumentation implements Instrumentation {
  private static final ElementMatcher.Junction<MethodDescription> COMPLETE =
      named("completeStream").and(takesArguments(2));

  /** Completes the stream too, in early versions of 12.0 and 12.1. */
  private static final List<Pointcut> INVOKER =
      Arrays.asList(
          Pointcut.ofLibrary(
              named("run").and(takesArguments(0)), InvokerAdvice.class, BeginAdapter.class),
          Pointcut.ofLibrary(
              named("run").and(takesArguments(0)), LeftAdvice.class, LeftAdapter.class),
          Pointcut.ofLibrary(COMPLETE, InvokerAdvice.class, EndAdapter.class).optional());

  /** Recycling ends what was not completed. */
  private static final List<Pointcut> STATE =
      Collections.singletonList(
          Pointcut.ofLibrary(
              COMPLETE.or(named("recycle").and(takesArguments(0))),
              CompletionAdvice.class,
              EndAdapter.class));

  private static final List<Pointcut> REQUEST =
      Collections.singletonList(
          Pointcut.ofLibrary(
              named("read").and(takesArguments(0)), ReadAdvice.class, ReadAdapter.class));

  private static final List<Pointcut> CALLBACK =
      Collections.singletonList(
          Pointcut.ofLibrary(
              named("failed").and(takesArgument(0, Throwable.class)),
              FailedAdvice.class,
              FailedAdapter.class));

  public Jetty12ServerInstrumentation(Observer observer) {}

  @Override
  public List<Pointcut> pointcuts(TypeDescription type) {
    String name = type.getName();
    switch (name.substring(name.indexOf('$') + 1)) {
      case "org.eclipse.jetty.server.internal.HttpChannelState":
        return STATE;
      case "HandlerInvoker":
        return INVOKER;
      case "ChannelRequest":
        return REQUEST;
      default:
        return CALLBACK;
    }
  }
}
