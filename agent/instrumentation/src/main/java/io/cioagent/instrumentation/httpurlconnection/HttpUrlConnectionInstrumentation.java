package io.cioagent.instrumentation.httpurlconnection;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesNoArguments;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Instrumentation;
import io.cioagent.instrumentation.Pointcut;
import java.util.Arrays;
import java.util.List;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;

/**
 * Weaves {@code sun.net.www.protocol.http.HttpURLConnection}, of which every connection is one: for
 * https the delegate inside. Only {@code connect} is overridden there.
 */
public final class HttpUrlConnectionInstrumentation implements Instrumentation {
  private final List<Pointcut> pointcuts;

  public HttpUrlConnectionInstrumentation(Observer observer) {
    Connections connections = new Connections(observer);
    pointcuts =
        Arrays.asList(
            new Pointcut(
                noArguments("connect"),
                RequestAdvice.class,
                new RequestAdapter(observer, connections, false)),
            new Pointcut(
                noArguments("getOutputStream"),
                RequestAdvice.class,
                new RequestAdapter(observer, connections, false)),
            new Pointcut(
                noArguments("getInputStream"),
                RequestAdvice.class,
                new RequestAdapter(observer, connections, true)),
            // One call for each request that is written, redirects and authentication included.
            new Pointcut(
                noArguments("writeRequests"),
                WireAdvice.class,
                new WireAdapter(observer, connections, true)),
            // Called with every answer, whether it redirects or not.
            answered("followRedirect", observer, connections),
            // These forget the status of an answer that asks for credentials.
            answered("disconnectInternal", observer, connections),
            answered("disconnectWeb", observer, connections));
  }

  private static Pointcut answered(String method, Observer observer, Connections connections) {
    return new Pointcut(
        noArguments(method), WireAdvice.class, new WireAdapter(observer, connections, false));
  }

  private static ElementMatcher<MethodDescription> noArguments(String name) {
    return named(name).and(takesNoArguments());
  }

  @Override
  public List<Pointcut> pointcuts(TypeDescription type) {
    return pointcuts;
  }
}
