package io.cioagent.instrumentation.undertow;

import static io.cioagent.instrumentation.Signature.method;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Instrumentation;
import io.cioagent.instrumentation.Pointcut;
import io.cioagent.instrumentation.Signature;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.bytebuddy.description.type.TypeDescription;

/** Weaves Undertow's own exchange; its servlets are handlers as any other. */
public final class UndertowInstrumentation implements Instrumentation {
  private static final Signature ROOT_HANDLER =
      method(
          "executeRootHandler",
          "io.undertow.server.HttpHandler",
          "io.undertow.server.HttpServerExchange");

  private static final List<Pointcut> CONNECTORS =
      Arrays.asList(
          Pointcut.ofLibrary(ROOT_HANDLER, HandleAdvice.class, BeginAdapter.class),
          Pointcut.ofLibrary(ROOT_HANDLER, LeftAdvice.class, LeftAdapter.class),
          Pointcut.ofLibrary(
              method(
                  "ungetRequestBytes",
                  "io.undertow.server.HttpServerExchange",
                  "io.undertow.connector.PooledByteBuffer[]"),
              UngetAdvice.class,
              UngetAdapter.class));

  private static final List<Pointcut> EXCHANGE =
      Arrays.asList(
          Pointcut.ofLibrary(
              named("getRequestChannel").and(takesArguments(0)),
              ChannelAdvice.class,
              ChannelAdapter.class),
          Pointcut.ofLibrary(
              named("endExchange").and(takesArguments(0)),
              ExchangeAdvice.class,
              EndingAdapter.class),
          Pointcut.ofLibrary(
              named("invokeExchangeCompleteListeners").and(takesArguments(0)),
              ExchangeAdvice.class,
              CompleteAdapter.class));

  private static final List<Pointcut> CHANNEL =
      Arrays.asList(
          Pointcut.ofLibrary(
              named("read").and(takesArguments(ByteBuffer.class)),
              ReadAdvice.class,
              ReadAdapter.class),
          Pointcut.ofLibrary(
              named("read").and(takesArguments(ByteBuffer[].class, int.class, int.class)),
              ScatterAdvice.class,
              ReadAdapter.class));

  private static final List<Pointcut> STREAM =
      Collections.singletonList(
          Pointcut.ofLibrary(
              named("close").and(takesArguments(0)), CloseAdvice.class, CloseAdapter.class));

  public UndertowInstrumentation(Observer observer) {}

  @Override
  public List<Pointcut> pointcuts(TypeDescription type) {
    switch (type.getName()) {
      case "io.undertow.server.Connectors":
        return CONNECTORS;
      case "io.undertow.server.HttpServerExchange":
        return EXCHANGE;
      case "io.undertow.server.HttpServerExchange$ReadDispatchChannel":
        return CHANNEL;
      default:
        return STREAM;
    }
  }
}
