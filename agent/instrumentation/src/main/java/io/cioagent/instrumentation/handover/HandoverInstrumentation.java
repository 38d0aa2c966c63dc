package io.cioagent.instrumentation.handover;

import static net.bytebuddy.matcher.ElementMatchers.isConstructor;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.cioagent.core.observe.HandedTask.Kind;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import io.cioagent.instrumentation.Instrumentation;
import io.cioagent.instrumentation.Pointcut;
import io.cioagent.instrumentation.kotlincoroutines.ContinuationAdvice;
import io.cioagent.instrumentation.kotlincoroutines.MadeAdapter;
import io.cioagent.instrumentation.kotlincoroutines.ResumedAdapter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;

/**
 * Weaves tasks where they are made and run, and executors only to hear of tasks that are nothing
 * but the application's own objects: an executor that wrapped what it is given would be noticed by
 * whoever looks for a task in its queue.
 */
public final class HandoverInstrumentation implements Instrumentation {
  private static final String CONCURRENT = "java.util.concurrent.";
  private static final String FORK_JOIN_TASK = CONCURRENT + "ForkJoinTask";

  private final Observer observer;

  /** By constructors and by fork/join pools; a task resumes itself. */
  private final Tasks made = new Tasks();

  /** By thread pools, which resume them. */
  private final Tasks executed = new Tasks();

  private final Callbacks callbacks = new Callbacks();
  private final Pools pools = new Pools();
  private final Map<String, List<Pointcut>> pointcuts = new HashMap<>();
  private final List<Pointcut> completions;

  public HandoverInstrumentation(Observer observer) {
    this.observer = observer;
    completions = callback(named("tryFire").and(takesArguments(int.class)));
    executors();
    forkJoin();
    threads();
    transformers();
    futures();
    languages();
  }

  private void executors() {
    Adapter task = new TaskAdapter(observer, made);
    Adapter lost = new LostAdapter(observer, made, executed);
    Adapter due = new DueAdapter(observer, made);
    PoolThread thread = new PoolThread(executed);
    // Other libraries' executors extend it too.
    put(
        CONCURRENT + "AbstractExecutorService",
        new Pointcut(named("submit"), Advices.Given.class, due));
    put(
        CONCURRENT + "FutureTask",
        made(Advices.MadeOf.class, Kind.MADE),
        new Pointcut(named("run").and(takesArguments(0)), Advices.Run.class, task),
        new Pointcut(named("finishCompletion"), Advices.Lost.class, lost));
    put(
        CONCURRENT + "ThreadPoolExecutor",
        new Pointcut(isConstructor(), Advices.Made.class, new PoolMadeAdapter(observer, pools)),
        new Pointcut(named("execute"), Advices.Execute.class, handed(executed, Kind.PLAIN)),
        new Pointcut(
            named("beforeExecute"),
            Advices.BeforeTask.class,
            new BeforeTaskAdapter(observer, thread)),
        new Pointcut(
            named("getTask"), Advices.NextTask.class, new NextTaskAdapter(observer, thread)),
        new Pointcut(named("reject"), Advices.TellArgument.class, lost),
        new Pointcut(named("remove"), Advices.Removed.class, lost),
        new Pointcut(named("drainQueue"), Advices.Drained.class, lost));
    put(
        CONCURRENT + "ThreadPoolExecutor$Worker",
        new Pointcut(named("run"), Advices.Worker.class, new WorkerAdapter(observer, thread)));
    put(
        CONCURRENT + "ScheduledThreadPoolExecutor",
        new Pointcut(named("delayedExecute"), Advices.TellArgument.class, due));
  }

  private void forkJoin() {
    Adapter task = new TaskAdapter(observer, made);
    put(
        FORK_JOIN_TASK,
        new Pointcut(named("doExec"), Advices.Run.class, task),
        new Pointcut(named("fork"), Advices.Start.class, handed(made, Kind.RESULT)),
        new Pointcut(
            named("tryUnfork"),
            Advices.TakenBack.class,
            new LostAdapter(observer, made, executed)));
    put(
        CONCURRENT + "ForkJoinPool",
        new Pointcut(
            namedOneOf("execute", "submit", "invoke", "lazySubmit", "externalSubmit")
                .and(takesArguments(1))
                .and(takesArgument(0, named(FORK_JOIN_TASK))),
            Advices.Execute.class,
            handed(made, Kind.RESULT)));
    for (String adapter :
        Arrays.asList(
            "AdaptedRunnable",
            "AdaptedRunnableAction",
            "AdaptedCallable",
            "AdaptedInterruptibleCallable",
            "AdaptedInterruptibleRunnable")) {
      put(FORK_JOIN_TASK + '$' + adapter, made(Advices.MadeOf.class, Kind.RESULT));
    }
    put(FORK_JOIN_TASK + "$RunnableExecuteAction", made(Advices.MadeOf.class, Kind.PLAIN));
  }

  private void threads() {
    put(
        "java.lang.Thread",
        new Pointcut(
            named("start"), Advices.Start.class, new ThreadStartAdapter(observer, Kind.THREAD)),
        new Pointcut(
            // The second since Java 19, for virtual threads too.
            namedOneOf("exit", "clearReferences").and(takesArguments(0)),
            Advices.Tell.class,
            new ThreadEndAdapter(observer)));
    put(
        "java.lang.VirtualThread",
        new Pointcut(
            named("start").and(takesArguments(1)),
            Advices.Start.class,
            new ThreadStartAdapter(observer, Kind.VIRTUAL_THREAD)));
  }

  /** What other agents do while a class loads is no work of the call that has it load. */
  private void transformers() {
    put(
        "sun.instrument.InstrumentationImpl",
        new Pointcut(named("transform"), Advices.Run.class, new TransformAdapter(observer)));
  }

  private void futures() {
    Adapter task = new TaskAdapter(observer, made);
    for (String name : Arrays.asList("AsyncSupply", "AsyncRun")) {
      put(
          CONCURRENT + "CompletableFuture$" + name,
          made(Advices.Made.class, Kind.RESULT),
          new Pointcut(named("run").and(takesArguments(0)), Advices.Run.class, task));
    }
    // The superclass of all callbacks runs none itself.
    put(CONCURRENT + "CompletableFuture$Completion", completions.get(0));
  }

  /** Libraries of other languages, which applications bring along. */
  private void languages() {
    Adapter task = new TaskAdapter(observer, made);
    Pointcut coroutine = made(Advices.Made.class, Kind.COROUTINE);
    put("kotlinx.coroutines.DispatchedContinuation", coroutine);
    put("kotlinx.coroutines.internal.DispatchedContinuation", coroutine);
    put(
        "kotlinx.coroutines.DispatchedTask",
        new Pointcut(named("run").and(takesArguments(0)), Advices.Run.class, task));
    ElementMatcher<? super MethodDescription> resumes = named("resumeWith").and(takesArguments(1));
    List<Pointcut> continuation = new ArrayList<>(callback(resumes));
    continuation.add(
        new Pointcut(resumes, ContinuationAdvice.Resumed.class, new ResumedAdapter(observer)));
    continuation.add(
        new Pointcut(isConstructor(), ContinuationAdvice.Made.class, new MadeAdapter(observer)));
    put("kotlin.coroutines.jvm.internal.BaseContinuationImpl", continuation);
    put(
        "scala.concurrent.impl.Future$PromiseCompletingRunnable",
        made(Advices.Made.class, Kind.RESULT),
        new Pointcut(named("run").and(takesArguments(0)), Advices.Run.class, task));
    put("scala.concurrent.impl.CallbackRunnable", callback(named("run").and(takesArguments(0))));
    put(
        "scala.concurrent.impl.Promise$Transformation",
        callback(named("run").and(takesArguments(0))));
  }

  private void put(String type, Pointcut... points) {
    put(type, Arrays.asList(points));
  }

  private void put(String type, List<Pointcut> points) {
    pointcuts.put(type, points);
  }

  private Adapter handed(Tasks to, Kind kind) {
    return new HandedAdapter(observer, made, to, callbacks, pools, kind);
  }

  private Pointcut made(Class<?> advice, Kind kind) {
    return new Pointcut(isConstructor(), advice, handed(made, kind));
  }

  private List<Pointcut> callback(ElementMatcher<? super MethodDescription> runs) {
    return Arrays.asList(
        new Pointcut(
            isConstructor(), Advices.Made.class, new RegisteredAdapter(observer, callbacks)),
        new Pointcut(runs, Advices.Run.class, new CallbackAdapter(observer, callbacks)));
  }

  /** The many callbacks of {@code CompletableFuture} are named in the list alone. */
  @Override
  public List<Pointcut> pointcuts(TypeDescription type) {
    return pointcuts.getOrDefault(type.getName(), completions);
  }
}
