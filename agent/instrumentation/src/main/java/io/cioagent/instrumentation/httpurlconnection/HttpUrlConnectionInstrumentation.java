package io.cioagent.instrumentation.httpurlconnection;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;
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
 * https the delegate inside. Only {@code connect} is overridden there. And the stream that it gives
 * to the application, whatever the way in which the answer's body came. And {@code
 * sun.net.www.http.HttpClient}, which repeats a request by itself.
 */
public final class HttpUrlConnectionInstrumentation implements Instrumentation {
  private final List<Pointcut> pointcuts;
  private final List<Pointcut> delegatePointcuts;
  private final List<Pointcut> streamPointcuts;
  private final List<Pointcut> clientPointcuts;

  public HttpUrlConnectionInstrumentation(Observer observer) {
    Connections connections = new Connections(observer);
    Readings readings = new Readings();
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
                AnswerAdvice.class,
                new RequestAdapter(observer, connections, true)),
            new Pointcut(
                noArguments("getInputStream"),
                OpenedAdvice.class,
                new OpenedAdapter(observer, connections, readings)),
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
    delegatePointcuts = pointcuts.subList(0, 1);
    streamPointcuts =
        Arrays.asList(
            // The other ways to read, and to skip, come to this one.
            new Pointcut(
                named("read").and(takesArguments(3)),
                ReadAdvice.class,
                new ReadAdapter(observer, readings)),
            new Pointcut(
                named("mark").and(takesArguments(1)),
                StreamAdvice.class,
                new MarkAdapter(observer, readings)),
            new Pointcut(
                noArguments("reset"), StreamAdvice.class, new ResetAdapter(observer, readings)),
            new Pointcut(
                noArguments("close"), StreamAdvice.class, new CloseAdapter(observer, readings)));
    clientPointcuts =
        Arrays.asList(
            new Pointcut(
                named("parseHTTP"), ParseAdvice.class, new AnswerAdapter(observer, connections)),
            new Pointcut(
                named("parseHTTPHeader"),
                ParseAdvice.class,
                new BrokenAdapter(observer, connections)));
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
    switch (type.getSimpleName()) {
      case "HttpInputStream":
        return streamPointcuts;
      case "HttpClient":
        return clientPointcuts;
      case "AbstractDelegateHttpsURLConnection":
        return delegatePointcuts;
      default:
        return pointcuts;
    }
  }
}
