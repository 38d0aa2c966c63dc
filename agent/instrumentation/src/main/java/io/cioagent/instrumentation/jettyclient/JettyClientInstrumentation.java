package io.cioagent.instrumentation.jettyclient;

import static net.bytebuddy.matcher.ElementMatchers.isConstructor;
import static net.bytebuddy.matcher.ElementMatchers.isStatic;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.not;
import static net.bytebuddy.matcher.ElementMatchers.returns;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import io.cioagent.instrumentation.Instrumentation;
import io.cioagent.instrumentation.Pointcut;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;

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
      notifier(
          Pointcut.ofLibrary(
              named("notifyContent").and(takesArguments(5)).and(takesArgument(4, List.class)),
              ContentAdvice.class,
              ContentAdapter.class));

  private static final ElementMatcher<MethodDescription> OLD_CONTENT =
      named("notifyContent").and(takesArguments(4)).and(takesArgument(0, List.class));

  /** 9.2. */
  private static final List<Pointcut> OLD_NOTIFIER =
      notifier(Pointcut.ofLibrary(OLD_CONTENT, OldContentAdvice.class, ContentAdapter.class));

  /** Jetty 12: the listeners themselves are told the result. */
  private static final List<Pointcut> LISTENERS =
      Arrays.asList(
          Pointcut.ofLibrary(
              named("notifyHeaders").and(takesArguments(1)).and(not(isStatic())),
              BeforeAdvice.class,
              HeadersAdapter.class),
          Pointcut.ofLibrary(
              named("notifyContentSource").and(takesArguments(2)).and(not(isStatic())),
              SourceAdvice.class,
              SourceAdapter.class),
          Pointcut.ofLibrary(
              named("notifyComplete")
                  .or(named("emitSuccessComplete"))
                  .or(named("emitFailureComplete"))
                  .and(takesArguments(1))
                  .and(not(isStatic())),
              BeforeAdvice.class,
              CompleteAdapter.class));

  /** Jetty 12: what content is read from; it decodes in two ways. */
  private static final List<Pointcut> SOURCE =
      Collections.singletonList(
          Pointcut.ofLibrary(
              named("read")
                  .and(takesArguments(0))
                  .or(named("transform").and(takesArguments(1)))
                  .and(returns(named("org.eclipse.jetty.io.Content$Chunk"))),
              ChunkAdvice.class,
              ChunkAdapter.class));

  private static final List<Pointcut> STREAM =
      Collections.singletonList(
          Pointcut.ofLibrary(
              named("onHeaders").and(takesArguments(1)), BeforeAdvice.class, StreamAdapter.class));

  public JettyClientInstrumentation(Observer observer) {}

  private static List<Pointcut> notifier(Pointcut content) {
    return Arrays.asList(
        notified("notifyHeaders", HeadersAdapter.class),
        content,
        notified("notifySuccess", SuccessAdapter.class),
        notified("notifyComplete", CompleteAdapter.class));
  }

  private static Pointcut notified(String method, Class<? extends Adapter> adapter) {
    return Pointcut.ofLibrary(
        named(method).and(takesArgument(0, List.class)), BeforeAdvice.class, adapter);
  }

  @Override
  public List<Pointcut> pointcuts(TypeDescription type) {
    switch (type.getSimpleName()) {
      case "HttpExchange":
        return EXCHANGE;
      case "HttpConversation":
        return CONVERSATION;
      case "ResponseNotifier":
        return type.getDeclaredMethods().filter(OLD_CONTENT).isEmpty() ? NOTIFIER : OLD_NOTIFIER;
      case "ResponseListeners":
        return LISTENERS;
      case "InputStreamResponseListener":
        return STREAM;
      default:
        return SOURCE;
    }
  }
}
