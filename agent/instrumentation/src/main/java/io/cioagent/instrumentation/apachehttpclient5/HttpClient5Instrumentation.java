package io.cioagent.instrumentation.apachehttpclient5;

import static io.cioagent.instrumentation.Signature.method;
import static net.bytebuddy.matcher.ElementMatchers.isStatic;
import static net.bytebuddy.matcher.ElementMatchers.nameStartsWith;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.not;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Instrumentation;
import io.cioagent.instrumentation.Pointcut;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.bytebuddy.description.type.TypeDescription;

/**
 * Weaves the clients, which tell what the application asked and got, and what writes one request
 * and reads its answer: redirects, retries and authentication happen between the two. The
 * asynchronous client asks through its chain of elements and answers through the one future that it
 * returned; neither that nor a callback is replaced.
 */
public final class HttpClient5Instrumentation implements Instrumentation {
  private static final String LAMBDA = "lambda$execute$";

  private static final List<Pointcut> CLASSIC_CLIENT =
      Collections.singletonList(
          Pointcut.ofLibrary(
              method(
                  "doExecute",
                  "org.apache.hc.core5.http.HttpHost",
                  "org.apache.hc.core5.http.ClassicHttpRequest",
                  "org.apache.hc.core5.http.protocol.HttpContext"),
              CallAdvice.class,
              CallAdapter.class));

  /** Since 5.4 the shorter form calls the longer one. */
  private static final List<Pointcut> CLASSIC_WIRE = wire(3);

  private static final List<Pointcut> CLASSIC_WIRE_LONGER = wire(4);

  /** What gives the body to its consumer. */
  private static final Pointcut CONTENT =
      Pointcut.ofLibrary(
          named("consume").and(takesArguments(1)), ToldAdvice.class, ContentAdapter.class);

  private static final Pointcut CONTENT_END =
      Pointcut.ofLibrary(
          named("streamEnd").and(takesArguments(1)), ToldAdvice.class, ContentEndAdapter.class);

  /** What an exchange of the asynchronous clients calls back, whose classes have no names. */
  private static final List<Pointcut> HANDLER =
      Arrays.asList(
          CONTENT,
          CONTENT_END,
          Pointcut.ofLibrary(
              named("produceRequest").and(takesArguments(2)),
              WriteAdvice.class,
              WriteAdapter.class),
          Pointcut.ofLibrary(
              named("consumeResponse").and(takesArguments(3)),
              HandlerAdvice.class,
              AnsweredAdapter.class),
          Pointcut.ofLibrary(
              named("failed").and(takesArguments(1)), HandlerAdvice.class, BrokenAdapter.class));

  /**
   * What the chain calls back. A consumer of the application's own may never complete the future,
   * or cancel it when it hears of a failure, as that of Ktor does.
   */
  private static final List<Pointcut> EXEC_CALLBACK =
      Arrays.asList(
          Pointcut.ofLibrary(
              named("completed").and(takesArguments(0)),
              ExecCallbackAdvice.class,
              CompletedAdapter.class),
          Pointcut.ofLibrary(
              named("failed").and(takesArguments(1)),
              ExecCallbackAdvice.class,
              FailedAdapter.class));

  private static final List<Pointcut> MINIMAL_CHANNEL =
      Collections.singletonList(
          Pointcut.ofLibrary(
              named("sendRequest").and(takesArguments(3)),
              MinimalChannelAdvice.class,
              MinimalAdapter.class));

  private static final List<Pointcut> MINIMAL_CLIENT =
      Collections.singletonList(
          Pointcut.ofLibrary(
              nameStartsWith(LAMBDA)
                  .and(takesArguments(7))
                  .and(takesArgument(4, named("org.apache.hc.core5.http.HttpRequest")))
                  .and(not(isStatic())),
              MinimalAdvice.class,
              MinimalAdapter.class));

  private static final Map<String, List<Pointcut>> POINTCUTS = new HashMap<>();

  static {
    POINTCUTS.put("InternalHttpClient", CLASSIC_CLIENT);
    POINTCUTS.put("MinimalHttpClient", CLASSIC_CLIENT);
    POINTCUTS.put(
        "AsyncExecChainElement",
        Collections.singletonList(
            Pointcut.ofLibrary(
                named("execute").and(takesArguments(4)), ChainAdvice.class, ChainAdapter.class)));
    List<Pointcut> endOfChain =
        Collections.singletonList(
            Pointcut.ofLibrary(
                named("execute").and(takesArguments(5)), SendAdvice.class, SendAdapter.class));
    POINTCUTS.put("HttpAsyncMainClientExec", endOfChain);
    POINTCUTS.put("H2AsyncMainClientExec", endOfChain);
    POINTCUTS.put(
        "AsyncConnectExec",
        Collections.singletonList(
            Pointcut.ofLibrary(named("createTunnel"), TunnelAdvice.class, TunnelAdapter.class)));
    POINTCUTS.put(
        "BasicClientExchangeHandler",
        Arrays.asList(
            CONTENT,
            CONTENT_END,
            Pointcut.ofLibrary(
                named("consumeResponse").and(takesArguments(3)),
                ToldAdvice.class,
                MinimalAnsweredAdapter.class),
            Pointcut.ofLibrary(
                named("failed").and(takesArguments(1)), ToldAdvice.class, FailedAdapter.class)));
    POINTCUTS.put(
        "ComplexFuture",
        Arrays.asList(
            Pointcut.ofLibrary(
                named("completed").and(takesArguments(1)),
                FutureAdvice.class,
                CompletedAdapter.class),
            Pointcut.ofLibrary(
                named("failed").and(takesArguments(1)), ToldAdvice.class, FailedAdapter.class),
            Pointcut.ofLibrary(
                named("cancel").and(takesArguments(boolean.class)),
                FutureAdvice.class,
                CancelledAdapter.class),
            Pointcut.ofLibrary(
                named("setDependency")
                    .and(takesArgument(0, named("org.apache.hc.core5.concurrent.Cancellable"))),
                ToldAdvice.class,
                MinimalFutureAdapter.class)));
  }

  public HttpClient5Instrumentation(Observer observer) {}

  @Override
  public List<Pointcut> pointcuts(TypeDescription type) {
    String name = type.getName();
    String simpleName = name.substring(name.lastIndexOf('.') + 1);
    if (simpleName.equals("InternalExecRuntime")) {
      return declares(type, 4) ? CLASSIC_WIRE_LONGER : CLASSIC_WIRE;
    }
    if (simpleName.endsWith("MainClientExec$1")) {
      return hasField(type, "val$request") ? HANDLER : Collections.emptyList();
    }
    if (simpleName.startsWith("InternalAbstractHttpAsyncClient$")) {
      return hasField(type, "val$future") && hasField(type, "val$execRuntime")
          ? EXEC_CALLBACK
          : Collections.emptyList();
    }
    if (simpleName.indexOf('$') > 0) {
      return hasField(type, "val$exchangeHandler") && hasField(type, "val$cancellable")
          ? MINIMAL_CHANNEL
          : Collections.emptyList();
    }
    if (simpleName.startsWith("Minimal") && simpleName.endsWith("AsyncClient")) {
      // Up to 5.1 a class without a name stands for the lambda, see MINIMAL_CHANNEL.
      return type.getDeclaredMethods().filter(nameStartsWith(LAMBDA)).isEmpty()
          ? Collections.emptyList()
          : MINIMAL_CLIENT;
    }
    return POINTCUTS.getOrDefault(simpleName, Collections.emptyList());
  }

  private static List<Pointcut> wire(int arguments) {
    return Collections.singletonList(
        Pointcut.ofLibrary(
            named("execute").and(takesArguments(arguments)), WireAdvice.class, WireAdapter.class));
  }

  private static boolean declares(TypeDescription type, int arguments) {
    return !type.getDeclaredMethods()
        .filter(named("execute").and(takesArguments(arguments)))
        .isEmpty();
  }

  private static boolean hasField(TypeDescription type, String name) {
    return !type.getDeclaredFields().filter(named(name)).isEmpty();
  }
}
