package io.cioagent.instrumentation.apachehttpclient4;

import static io.cioagent.instrumentation.Signature.method;
import static net.bytebuddy.matcher.ElementMatchers.isAbstract;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.not;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Instrumentation;
import io.cioagent.instrumentation.Pointcut;
import java.util.Collections;
import java.util.List;
import net.bytebuddy.description.type.TypeDescription;

/**
 * Weaves the clients' one method that every way of executing ends in, which tells what the
 * application asked and got, and HttpCore's executor, which tells each exchange on the wire: the
 * client follows redirects, answers challenges and tries again on its own.
 */
public final class ApacheHttpClient4Instrumentation implements Instrumentation {
  private static final List<Pointcut> CLIENT =
      Collections.singletonList(
          Pointcut.ofLibrary(
              // Up to 4.2 it is called execute; other methods of that name have other arguments.
              named("doExecute")
                  .or(named("execute"))
                  .and(takesArguments(3))
                  .and(takesArgument(0, named("org.apache.http.HttpHost")))
                  .and(takesArgument(2, named("org.apache.http.protocol.HttpContext")))
                  .and(not(isAbstract())),
              RequestAdvice.class,
              RequestAdapter.class));

  private static final List<Pointcut> WIRE =
      Collections.singletonList(
          Pointcut.ofLibrary(
              method(
                  "execute",
                  "org.apache.http.HttpRequest",
                  "org.apache.http.HttpClientConnection",
                  "org.apache.http.protocol.HttpContext"),
              WireAdvice.class,
              WireAdapter.class));

  public ApacheHttpClient4Instrumentation(Observer observer) {}

  @Override
  public List<Pointcut> pointcuts(TypeDescription type) {
    return type.getSimpleName().equals("HttpRequestExecutor") ? WIRE : CLIENT;
  }
}
