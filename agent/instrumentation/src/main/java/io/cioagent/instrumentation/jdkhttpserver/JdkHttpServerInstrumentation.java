package io.cioagent.instrumentation.jdkhttpserver;

import static net.bytebuddy.matcher.ElementMatchers.isConstructor;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Instrumentation;
import io.cioagent.instrumentation.LibraryObjects;
import io.cioagent.instrumentation.Pointcut;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.bytebuddy.description.type.TypeDescription;

/** Weaves {@code sun.net.httpserver}, whose {@code ExchangeImpl} stands for one request. */
public final class JdkHttpServerInstrumentation implements Instrumentation {
  private static final String ROOM = "sun.net.httpserver.";

  private final Map<String, List<Pointcut>> pointcuts = new HashMap<>();

  public JdkHttpServerInstrumentation(Observer observer) {
    LibraryObjects<Received> live = new LibraryObjects<>();
    Pointcut begin =
        new Pointcut(isConstructor(), BeginAdvice.class, new BeginAdapter(observer, live));
    put(ROOM + "HttpExchangeImpl", begin);
    put(ROOM + "HttpsExchangeImpl", begin);
    put(
        "com.sun.net.httpserver.Filter$Chain",
        new Pointcut(
            named("doFilter").and(takesArguments(1)),
            HandleAdvice.class,
            new HandleAdapter(observer, live)),
        new Pointcut(
            named("doFilter").and(takesArguments(1)), LeftAdvice.class, new LeftAdapter(observer)));
    ReadAdapter read = new ReadAdapter(observer, live);
    put(
        ROOM + "LeftOverInputStream",
        new Pointcut(named("read").and(takesArguments(0)), ReadOneAdvice.class, read),
        new Pointcut(
            named("read").and(takesArguments(byte[].class, int.class, int.class)),
            ReadAdvice.class,
            read));
    put(
        ROOM + "ExchangeImpl",
        new Pointcut(
            named("sendResponseHeaders").and(takesArguments(int.class, long.class)),
            AnswerAdvice.class,
            new AnswerAdapter(observer, live)),
        new Pointcut(
            named("close").and(takesArguments(0)),
            CloseAdvice.class,
            new CloseAdapter(observer, live)));
    // Of all events only those tell of an exchange that say its answer is written.
    put(
        ROOM + "Event",
        new Pointcut(
            isConstructor().and(takesArguments(1)),
            WrittenAdvice.class,
            new EndAdapter(observer, live)));
    put(
        ROOM + "ServerImpl$Exchange",
        new Pointcut(
            named("run").and(takesArguments(0)), RunAdvice.class, new RunAdapter(observer, live)));
  }

  private void put(String type, Pointcut... points) {
    pointcuts.put(type, Arrays.asList(points));
  }

  @Override
  public List<Pointcut> pointcuts(TypeDescription type) {
    return pointcuts.getOrDefault(type.getName(), Collections.emptyList());
  }
}
