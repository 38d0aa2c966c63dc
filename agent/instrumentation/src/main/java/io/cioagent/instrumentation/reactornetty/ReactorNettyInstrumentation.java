package io.cioagent.instrumentation.reactornetty;

import static net.bytebuddy.matcher.ElementMatchers.isConstructor;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Instrumentation;
import io.cioagent.instrumentation.Pointcut;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.bytebuddy.description.type.TypeDescription;

/**
 * Weaves what the client makes for each subscription, which decides on retries and redirects, and
 * the observers of each attempt. By Netty's codec alone nothing would be known of a connection that
 * fails, nor which subscription a request of a shared connection serves.
 */
public final class ReactorNettyInstrumentation implements Instrumentation {
  private static final List<Pointcut> HANDLER =
      Arrays.asList(
          Pointcut.ofLibrary(isConstructor(), SubscribeAdvice.class, SubscribeAdapter.class),
          Pointcut.ofLibrary(
              named("requestWithBody").and(takesArguments(1)),
              RequestAdvice.class,
              RequestAdapter.class),
          Pointcut.ofLibrary(
              named("test").and(takesArgument(0, Throwable.class)),
              RetryAdvice.class,
              RetryAdapter.class));

  private static final Pointcut SINK =
      Pointcut.ofLibrary(
          isConstructor().and(takesArguments(2)), SinkAdvice.class, SinkAdapter.class);

  private static final List<Pointcut> ERRORS =
      Arrays.asList(
          SINK,
          Pointcut.ofLibrary(
              named("onUncaughtException").and(takesArguments(2)),
              StateAdvice.class,
              ErrorAdapter.class));

  private static final List<Pointcut> STATES =
      Arrays.asList(
          SINK,
          Pointcut.ofLibrary(
              named("onStateChange").and(takesArguments(2)),
              StateAdvice.class,
              StateAdapter.class));

  private static final List<Pointcut> PARTS =
      Collections.singletonList(
          Pointcut.ofLibrary(
              named("onInboundNext").and(takesArguments(2)), ReadAdvice.class, ReadAdapter.class));

  private static final List<Pointcut> CANCEL =
      Collections.singletonList(
          Pointcut.ofLibrary(
              named("cancel").and(takesArguments(0)), CancelAdvice.class, CancelAdapter.class));

  public ReactorNettyInstrumentation(Observer observer) {}

  @Override
  public List<Pointcut> pointcuts(TypeDescription type) {
    switch (type.getSimpleName()) {
      case "HttpClientHandler":
        return HANDLER;
      case "HttpObserver":
        return ERRORS;
      case "HttpIOHandlerObserver":
        return STATES;
      case "HttpClientOperations":
        return PARTS;
      default:
        return CANCEL;
    }
  }
}
