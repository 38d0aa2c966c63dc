package io.cioagent.instrumentation.jettyserver;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Instrumentation;
import io.cioagent.instrumentation.Pointcut;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.bytebuddy.description.type.TypeDescription;

/**
 * Weaves where a request enters the handlers, the one method that all ways of reading a body end
 * at, and where a request is over. All protocols share these.
 */
public final class JettyServerInstrumentation implements Instrumentation {
  private static final List<Pointcut> SERVER =
      Arrays.asList(
          Pointcut.ofLibrary(
              named("handle").and(takesArguments(1)), EventAdvice.class, BeginAdapter.class),
          Pointcut.ofLibrary(
              named("handleAsync").and(takesArguments(1)), EventAdvice.class, AgainAdapter.class),
          Pointcut.ofLibrary(
              namedOneOf("handle", "handleAsync").and(takesArguments(1)),
              LeftAdvice.class,
              LeftAdapter.class));

  private static final List<Pointcut> CHANNEL =
      Arrays.asList(
          Pointcut.ofLibrary(
              named("handleException").and(takesArgument(0, Throwable.class)),
              EventAdvice.class,
              FailedAdapter.class),
          Pointcut.ofLibrary(
              named("onCompleted").and(takesArguments(0)), EventAdvice.class, EndAdapter.class));

  /** 9.2, whose channel does not tell when it is done. */
  private static final List<Pointcut> CONNECTION =
      Collections.singletonList(
          Pointcut.ofLibrary(
              named("completed").and(takesArguments(0)), EventAdvice.class, EndAdapter.class));

  /** For requests that end in no other way, such as by the reset of a stream. */
  private static final List<Pointcut> REQUEST =
      Collections.singletonList(
          Pointcut.ofLibrary(
              named("recycle").and(takesArguments(0)), EventAdvice.class, EndAdapter.class));

  private static final List<Pointcut> INPUT =
      Arrays.asList(
          Pointcut.ofLibrary(
              named("read")
                  .and(takesArguments(3))
                  .and(takesArgument(0, byte[].class))
                  .and(takesArgument(1, int.class)),
              ReadAdvice.class,
              ReadAdapter.class),
          Pointcut.ofLibrary(
              named("read").and(takesArguments(ByteBuffer.class)),
              BufferReadAdvice.class,
              ReadAdapter.class));

  public JettyServerInstrumentation(Observer observer) {}

  @Override
  public List<Pointcut> pointcuts(TypeDescription type) {
    if (type.isInterface()) {
      return Collections.emptyList(); // Jetty 12 has given some of the names to others.
    }
    switch (type.getSimpleName()) {
      case "Server":
        return SERVER;
      case "HttpChannel":
        return CHANNEL;
      case "HttpConnection":
        return CONNECTION;
      case "Request":
        return REQUEST;
      default:
        return INPUT;
    }
  }
}
