package io.cioagent.instrumentation.jettyclient;

import static net.bytebuddy.matcher.ElementMatchers.isConstructor;
import static net.bytebuddy.matcher.ElementMatchers.isStatic;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.not;
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
 * Weaves the client's own account of a conversation, which all transports share: an exchange is
 * made where the application asks, meets a connection, and its listeners hear of its end.
 */
public final class JettyClientInstrumentation implements Instrumentation {
  private static final List<Pointcut> EXCHANGE =
      Arrays.asList(
          Pointcut.ofLibrary(
              isConstructor().and(takesArguments(3)), AfterAdvice.class, AskedAdapter.class),
          Pointcut.ofLibrary(
              named("associate").and(takesArguments(1)), AfterAdvice.class, WireAdapter.class));

  private static final List<Pointcut> CONVERSATION =
      Collections.singletonList(
          Pointcut.ofLibrary(
              named("updateResponseListeners").and(takesArguments(1)),
              BeforeAdvice.class,
              OverrideAdapter.class));

  /** Jetty 9 to 11: all listeners in a list, and the result. */
  private static final List<Pointcut> NOTIFIER =
      Collections.singletonList(
          Pointcut.ofLibrary(
              named("notifyComplete").and(takesArgument(0, List.class)),
              BeforeAdvice.class,
              CompleteAdapter.class));

  /** Jetty 12: the listeners themselves are told the result. */
  private static final List<Pointcut> LISTENERS =
      Collections.singletonList(
          Pointcut.ofLibrary(
              named("notifyComplete")
                  .or(named("emitSuccessComplete"))
                  .or(named("emitFailureComplete"))
                  .and(takesArguments(1))
                  .and(not(isStatic())),
              BeforeAdvice.class,
              CompleteAdapter.class));

  private static final List<Pointcut> STREAM =
      Collections.singletonList(
          Pointcut.ofLibrary(
              named("onHeaders").and(takesArguments(1)), BeforeAdvice.class, StreamAdapter.class));

  public JettyClientInstrumentation(Observer observer) {}

  @Override
  public List<Pointcut> pointcuts(TypeDescription type) {
    switch (type.getSimpleName()) {
      case "HttpExchange":
        return EXCHANGE;
      case "HttpConversation":
        return CONVERSATION;
      case "ResponseNotifier":
        return NOTIFIER;
      case "ResponseListeners":
        return LISTENERS;
      default:
        return STREAM;
    }
  }
}
