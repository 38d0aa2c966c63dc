package io.cioagent.instrumentation.javanethttp;

import static net.bytebuddy.matcher.ElementMatchers.isConstructor;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Instrumentation;
import io.cioagent.instrumentation.Pointcut;
import java.util.List;
import java.util.Map;
import net.bytebuddy.description.type.TypeDescription;

/**
 * Weaves the one implementation there is. The client's two methods tell what the application asked
 * and got; the classes beneath tell each exchange on the wire, as the client follows redirects,
 * authenticates and tries again on its own, and the bytes of an answer on their way to the
 * application's subscriber.
 */
public final class JavaNetHttpInstrumentation implements Instrumentation {
  private final Map<String, List<Pointcut>> pointcuts;

  public JavaNetHttpInstrumentation(Observer observer) {
    Exchanges exchanges = new Exchanges(observer);
    Bodies bodies = new Bodies();
    List<Pointcut> subscriber =
        List.of(
            new Pointcut(
                named("onNext").and(takesArgument(0, List.class)),
                NextAdvice.class,
                new NextAdapter(observer, bodies)),
            new Pointcut(
                named("complete").and(takesArgument(0, Throwable.class)),
                NextAdvice.class,
                new CompleteAdapter(observer, bodies)));
    pointcuts =
        Map.of(
            "HttpClientImpl",
            List.of(
                new Pointcut(
                    named("send").and(takesArguments(2)),
                    RequestAdvice.class,
                    new RequestAdapter(observer, exchanges)),
                new Pointcut(
                    // The one with four arguments is private and serves both.
                    named("sendAsync").and(takesArguments(3)),
                    RequestAdvice.class,
                    new RequestAdapter(observer, exchanges))),
            "MultiExchange",
            List.of(
                new Pointcut(
                    isConstructor().and(takesArgument(0, named("java.net.http.HttpRequest"))),
                    MultiExchangeAdvice.class,
                    new MultiExchangeAdapter(observer, exchanges)),
                new Pointcut(
                    // The second since Java 26.
                    namedOneOf("getExceptionalCF", "checkRetryEligible")
                        .and(takesArgument(0, Throwable.class)),
                    FailureAdvice.class,
                    new FailureAdapter(observer, exchanges)),
                // Java 11 does not have it.
                new Pointcut(
                        named("whenCancelled").and(takesArgument(0, Throwable.class)),
                        FailureAdvice.class,
                        new GivenUpAdapter(observer, exchanges))
                    .optional(),
                new Pointcut(
                    named("handleNoBody").and(takesArguments(2)),
                    NoBodyAdvice.class,
                    new LastAnswerAdapter(observer, exchanges))),
            "Exchange",
            List.of(
                new Pointcut(
                    named("responseAsync").and(takesArguments(0)),
                    ExchangeAdvice.class,
                    new ExchangeAdapter(observer, exchanges)),
                new Pointcut(
                    named("readBodyAsync").and(takesArguments(1)),
                    BodyAdvice.class,
                    new LastAnswerAdapter(observer, exchanges))),
            "Response",
            List.of(
                new Pointcut(
                    isConstructor()
                        .and(takesArgument(1, named("jdk.internal.net.http.Exchange")))
                        .and(takesArgument(4, int.class)),
                    ResponseAdvice.class,
                    new ResponseAdapter(observer, exchanges, bodies))),
            "Http1Response",
            List.of(
                new Pointcut(
                    named("readBody").and(takesArguments(3)),
                    HandOverAdvice.class,
                    new HandOverAdapter(observer, bodies))),
            // The one since Java 20, the other before.
            "HttpBodySubscriberWrapper",
            subscriber,
            "Http1BodySubscriber",
            subscriber,
            "Stream",
            List.of(
                new Pointcut(
                    named("receiveDataFrame").and(takesArguments(1)),
                    HandOverAdvice.class,
                    new HandOverAdapter(observer, bodies))),
            "DataFrame",
            List.of(
                new Pointcut(
                    named("getData").and(takesArguments(0)),
                    FrameAdvice.class,
                    new FrameAdapter(observer, bodies))));
  }

  @Override
  public List<Pointcut> pointcuts(TypeDescription type) {
    return pointcuts.getOrDefault(type.getSimpleName(), List.of());
  }
}
