package io.cioagent.instrumentation.okhttp;

import static net.bytebuddy.matcher.ElementMatchers.nameStartsWith;
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
 * Weaves the one implementation of {@code Call}, which tells what the application asked and got,
 * and the innermost interceptor, which tells each exchange on the wire: the client follows
 * redirects and tries again on its own, and so do interceptors of the application.
 */
public final class OkHttpInstrumentation implements Instrumentation {
  private static final List<Pointcut> CALL =
      Arrays.asList(
          Pointcut.ofLibrary(
              named("enqueue").and(takesArguments(1)), EnqueueAdvice.class, EnqueueAdapter.class),
          Pointcut.ofLibrary(
              nameStartsWith("getResponseWithInterceptorChain"),
              CallAdvice.class,
              CallAdapter.class));

  private static final List<Pointcut> WIRE =
      Collections.singletonList(
          Pointcut.ofLibrary(
              named("intercept").and(takesArguments(1)), WireAdvice.class, WireAdapter.class));

  public OkHttpInstrumentation(Observer observer) {}

  @Override
  public List<Pointcut> pointcuts(TypeDescription type) {
    return type.getSimpleName().equals("RealCall") ? CALL : WIRE;
  }
}
