package io.cioagent.instrumentation.okhttp;

import static io.cioagent.instrumentation.Signature.method;
import static net.bytebuddy.matcher.ElementMatchers.named;
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
 * Weaves the one implementation of {@code Call}, which tells what the application asked and got,
 * and the innermost interceptor, which tells each exchange on the wire: the client follows
 * redirects and tries again on its own, and so do interceptors of the application. And the sources
 * of an answer's bytes that all readers come to, each body being of one of them.
 */
public final class OkHttpInstrumentation implements Instrumentation {
  private static final ElementMatcher<MethodDescription> ENQUEUE =
      method("enqueue", "okhttp3.Callback");

  private static final ElementMatcher<MethodDescription> RUN =
      method("getResponseWithInterceptorChain*")
          .or(method("getResponseWithInterceptorChain", "boolean"));

  private static final List<Pointcut> CALL =
      Arrays.asList(
          Pointcut.ofLibrary(ENQUEUE, EnqueueAdvice.class, EnqueueAdapter.class),
          Pointcut.ofLibrary(RUN, CallAdvice.class, CallAdapter.class),
          Pointcut.ofLibrary(
              method("noMoreExchanges*", "java.io.IOException"),
              FailureAdvice.class,
              FailureAdapter.class));

  /** Up to 4.3, which have a {@link #TRANSMITTER} since 3.14. */
  private static final List<Pointcut> OLD_CALL = CALL.subList(0, 2);

  /** 3.12 and 3.13. */
  private static final List<Pointcut> LATE_TIMEOUT_CALL =
      Arrays.asList(
          Pointcut.ofLibrary(ENQUEUE, EnqueueAdvice.class, LateTimeoutEnqueueAdapter.class),
          Pointcut.ofLibrary(RUN, CallAdvice.class, LateTimeoutCallAdapter.class),
          Pointcut.ofLibrary(named("timeoutExit"), FailureAdvice.class, FailureAdapter.class));

  /** 3.14 to 4.3. */
  private static final List<Pointcut> TRANSMITTER =
      Collections.singletonList(
          Pointcut.ofLibrary(
              method("noMoreExchanges", "java.io.IOException"),
              TransmitterFailureAdvice.class,
              FailureAdapter.class));

  private static final List<Pointcut> WIRE =
      Collections.singletonList(
          Pointcut.ofLibrary(
              method("intercept", "okhttp3.Interceptor$Chain"),
              WireAdvice.class,
              WireAdapter.class));

  /** Up to 3.3. */
  private static final List<Pointcut> ENGINE =
      Arrays.asList(
          Pointcut.ofLibrary(
              named("readResponse").and(takesArguments(0)),
              EngineAdvice.class,
              EngineAdapter.class),
          Pointcut.ofLibrary(
              named("readNetworkResponse").and(takesArguments(0)),
              NetworkAnswerAdvice.class,
              NetworkAnswerAdapter.class));

  private static final List<Pointcut> SOURCE =
      Arrays.asList(
          Pointcut.ofLibrary(
              method("read", "okio.Buffer", "long"), ReadAdvice.class, ReadAdapter.class),
          Pointcut.ofLibrary(
              named("close").and(takesArguments(0)), CloseAdvice.class, CloseAdapter.class));

  public OkHttpInstrumentation(Observer observer) {}

  @Override
  public List<Pointcut> pointcuts(TypeDescription type) {
    switch (type.getName()) {
      case "okhttp3.RealCall":
        boolean late = !type.getDeclaredMethods().filter(named("timeoutExit")).isEmpty();
        return late ? LATE_TIMEOUT_CALL : OLD_CALL;
      case "okhttp3.internal.connection.RealCall":
        return CALL;
      case "okhttp3.internal.connection.Transmitter":
        return TRANSMITTER;
      case "okhttp3.internal.http.HttpEngine":
        return ENGINE;
      case "okhttp3.internal.http.CallServerInterceptor":
        return WIRE;
      default:
        return SOURCE;
    }
  }
}
