package io.cioagent.instrumentation.nettyhandover;

import static io.cioagent.instrumentation.Shape.after;
import static io.cioagent.instrumentation.Shape.before;
import static io.cioagent.instrumentation.Value.THIS;
import static io.cioagent.instrumentation.Value.argument;
import static net.bytebuddy.matcher.ElementMatchers.isConstructor;
import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Instrumentation;
import io.cioagent.instrumentation.Pointcut;
import io.cioagent.instrumentation.asynchttpclient.AsyncHttpClientAdapters;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDefinition;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;

/**
 * Weaves the event loops, which run what other threads give them, and the promises of connections,
 * whose listeners write the request. No other promise: a call would wait for what may never come,
 * such as the end of a connection.
 */
public final class NettyHandoverInstrumentation implements Instrumentation {
  private static final ElementMatcher<MethodDescription> WRITE_REQUEST =
      named("writeRequest").and(takesArguments(2));

  private final Pointcut task;
  private final Pointcut writeTask;
  private final Pointcut thread;
  private final Pointcut run;
  private final Pointcut safeRun;
  private final List<Pointcut> write;
  private final List<Pointcut> connect;
  private final List<Pointcut> acquire;
  private final List<Pointcut> promise;
  private final List<Pointcut> future;
  private final List<Pointcut> sender;

  public NettyHandoverInstrumentation(Observer observer) {
    HandedOver handedOver = new HandedOver();
    GoOnAdapter goOn = new GoOnAdapter(observer, handedOver);
    ConnectAdapter connected = new ConnectAdapter(observer, handedOver);
    OwnerAdapter owner = new OwnerAdapter(observer);
    future =
        Arrays.asList(
            new Pointcut(isConstructor(), MadeAdvice.class, new MadeAdapter(observer, owner)),
            Pointcut.ofLibrary(isConstructor(), after(THIS), AsyncHttpClientAdapters.Submit.class),
            Pointcut.ofLibrary(
                named("abort").and(takesArguments(Throwable.class)),
                before(THIS, argument(0)),
                AsyncHttpClientAdapters.Abort.class),
            Pointcut.ofLibrary(
                named("cancel").and(takesArguments(boolean.class)),
                before(THIS),
                AsyncHttpClientAdapters.Write.class));
    sender =
        Arrays.asList(
            new Pointcut(WRITE_REQUEST, RunAdvice.class, owner),
            Pointcut.ofLibrary(
                WRITE_REQUEST, before(argument(0)), AsyncHttpClientAdapters.Write.class));
    task = given(new TaskAdapter(observer, handedOver, false));
    writeTask = given(new TaskAdapter(observer, handedOver, true));
    thread =
        new Pointcut(
            named("doStartThread").and(takesArguments(0)),
            GoOnAdvice.class,
            new ThreadAdapter(observer));
    run = new Pointcut(named("runTask").and(takesArguments(1)), RunAdvice.class, goOn);
    // Not in the first versions, see runsTasksByMethod.
    safeRun =
        new Pointcut(named("safeExecute").and(takesArguments(1)), RunAdvice.class, goOn).optional();
    write =
        Collections.singletonList(
            new Pointcut(named("run").and(takesArguments(0)), GoOnAdvice.class, goOn));
    connect =
        Arrays.asList(
            new Pointcut(named("doResolveAndConnect"), ConnectAdvice.class, connected),
            Pointcut.ofLibrary(
                named("doResolveAndConnect"),
                io.cioagent.instrumentation.netty41.ConnectAdvice.class,
                io.cioagent.instrumentation.netty41.ConnectAdapter.class));
    acquire =
        Collections.singletonList(
            new Pointcut(named("acquire").and(takesArguments(1)), ConnectAdvice.class, connected));
    promise =
        Collections.singletonList(
            new Pointcut(
                isPublic()
                    .and(takesArguments(1))
                    .and(
                        named("setSuccess")
                            .or(named("trySuccess"))
                            .or(named("setFailure"))
                            .or(named("tryFailure"))
                            .or(named("cancel"))),
                GoOnAdvice.class,
                goOn));
  }

  private static Pointcut given(TaskAdapter adapter) {
    return new Pointcut(
        isPublic().and(named("execute").or(named("lazyExecute"))).and(takesArguments(1)),
        TaskAdvice.class,
        adapter);
  }

  @Override
  public List<Pointcut> pointcuts(TypeDescription type) {
    switch (type.getSimpleName()) {
      case "SingleThreadEventExecutor":
        return Arrays.asList(runsTasksByMethod(type) ? task : writeTask, thread);
      case "AbstractEventExecutor":
        // The one calls the other, where there are both.
        return Collections.singletonList(declares(type, "runTask") ? run : safeRun);
      case "Bootstrap":
        return connect;
      case "SimpleChannelPool":
        return acquire;
      case "NettyResponseFuture":
        return future;
      case "NettyRequestSender":
        return sender;
      case "DefaultPromise":
        return promise;
      case "WriteTask":
        // Up to 4.1.34 it is one of two kinds, which share a method of their superclass.
        return declares(type, "run") ? write : Collections.emptyList();
      default:
        return write;
    }
  }

  /** The first versions run a task amidst a loop, where nothing can be woven. */
  private static boolean runsTasksByMethod(TypeDescription eventExecutor) {
    TypeDefinition root = eventExecutor;
    while (root != null && !root.getTypeName().endsWith(".AbstractEventExecutor")) {
      root = root.getSuperClass();
    }
    return root != null && declares(root.asErasure(), "safeExecute");
  }

  private static boolean declares(TypeDescription type, String method) {
    return !type.getDeclaredMethods().filter(named(method)).isEmpty();
  }
}
