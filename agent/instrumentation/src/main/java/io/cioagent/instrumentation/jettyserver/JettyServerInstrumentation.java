package io.cioagent.instrumentation.jettyserver;

import static io.cioagent.instrumentation.Signature.method;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Instrumentation;
import io.cioagent.instrumentation.Pointcut;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;

/**
 * Weaves where a request enters the handlers, the one method that all ways of reading a body end
 * at, and where a request is over. All protocols share these.
 */
public final class JettyServerInstrumentation implements Instrumentation {
  private static final ElementMatcher.Junction<MethodDescription> HANDLE =
      method("handle", "org.eclipse.jetty.server.HttpChannel");

  private static final ElementMatcher.Junction<MethodDescription> HANDLE_ASYNC =
      method("handleAsync", "org.eclipse.jetty.server.HttpChannel");

  private static final List<Pointcut> SERVER =
      Arrays.asList(
          Pointcut.ofLibrary(HANDLE, EventAdvice.class, BeginAdapter.class),
          Pointcut.ofLibrary(HANDLE_ASYNC, EventAdvice.class, AgainAdapter.class),
          Pointcut.ofLibrary(HANDLE.or(HANDLE_ASYNC), LeftAdvice.class, LeftAdapter.class));

  private static final List<Pointcut> CHANNEL =
      Arrays.asList(
          Pointcut.ofLibrary(
              named("handleException").and(takesArgument(0, Throwable.class)),
              EventAdvice.class,
              FailedAdapter.class),
          Pointcut.ofLibrary(
              named("onCompleted").and(takesArguments(0)), EventAdvice.class, EndAdapter.class));

  /** 9.2, whose channel does not tell when it is done. */
  private static final List<Pointcut> OLD_CHANNEL = CHANNEL.subList(0, 1);

  /** Is heard of the end in 9.2. */
  private static final List<Pointcut> CONNECTION =
      Collections.singletonList(
          Pointcut.ofLibrary(
                  named("completed").and(takesArguments(0)), EventAdvice.class, EndAdapter.class)
              // Of 9.2 only.
              .optional());

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
                  ReadAdapter.class)
              // Since 10.
              .optional());

  public JettyServerInstrumentation(Observer observer) {}

  @Override
  public List<Pointcut> pointcuts(TypeDescription type) {
    if (type.isInterface()) {
      return Collections.emptyList(); // Jetty 12 has given some of the names to others.
    }
    switch (type.getSimpleName()) {
      case "Server":
        return isOfJetty12(type) ? Collections.emptyList() : SERVER;
      case "HttpChannel":
        return declares(type, "messageComplete") ? OLD_CHANNEL : CHANNEL;
      case "HttpConnection":
        return CONNECTION;
      case "Request":
        return REQUEST;
      default:
        return INPUT;
    }
  }

  /** Its requests are served by other classes, see the package {@code jettyserver12}. */
  private static boolean isOfJetty12(TypeDescription server) {
    return server.getSuperClass().getTypeName().equals("org.eclipse.jetty.server.Handler$Wrapper");
  }

  private static boolean declares(TypeDescription type, String method) {
    return !type.getDeclaredMethods().filter(named(method)).isEmpty();
  }
}
