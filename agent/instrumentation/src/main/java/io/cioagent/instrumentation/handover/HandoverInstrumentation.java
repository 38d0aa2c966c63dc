package io.cioagent.instrumentation.handover;

import static io.cioagent.instrumentation.Mark.AFTER_CLIENT;
import static io.cioagent.instrumentation.MethodMatcher.anyConstructor;
import static io.cioagent.instrumentation.MethodMatcher.named;
import static io.cioagent.instrumentation.Shape.after;
import static io.cioagent.instrumentation.Shape.around;
import static io.cioagent.instrumentation.Shape.aroundReturn;
import static io.cioagent.instrumentation.Shape.before;
import static io.cioagent.instrumentation.Signature.method;
import static io.cioagent.instrumentation.Value.RETURNED;
import static io.cioagent.instrumentation.Value.THIS;
import static io.cioagent.instrumentation.Value.argument;
import static io.cioagent.instrumentation.Value.field;

import io.cioagent.bridge.Handler;
import io.cioagent.core.follow.HandedTask.Kind;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.LibraryInstrumentation;
import io.cioagent.instrumentation.Signature;
import io.cioagent.instrumentation.handover.ThreadAdapters.WorkerThread;
import io.cioagent.instrumentation.kotlincoroutines.ContinuationAdapters;

/**
 * Weaves tasks where they are made and run, and executors only for tasks that are nothing but the
 * application's own objects.
 *
 * <p>An executor that wraps its tasks would be less code. The application would see the wrappers,
 * in a queue or when it removes a task.
 */
public final class HandoverInstrumentation extends LibraryInstrumentation {
  private static final String CONCURRENT = "java.util.concurrent.";
  private static final String COMPLETABLE_FUTURE = CONCURRENT + "CompletableFuture$";
  private static final String FORK_JOIN_TASK = CONCURRENT + "ForkJoinTask";
  private static final Signature RUN = method("run");

  private static final String[] CALLBACKS = {
    "UniApply",
    "UniAccept",
    "UniRun",
    "UniWhenComplete",
    "UniHandle",
    "UniExceptionally",
    "UniComposeExceptionally",
    "UniCompose",
    "BiApply",
    "BiAccept",
    "BiRun",
    "OrApply",
    "OrAccept",
    "OrRun"
  };

  private final Observer observer;
  private final HandedWork work;

  /** A task runs. */
  private final Handler run;

  /** A callback is made, and runs. */
  private final Handler registered;

  private final Handler callback;

  public HandoverInstrumentation(Observer observer) {
    this.observer = observer;
    work = new HandedWork(observer);
    run = new TaskAdapters.Run(observer, work);
    registered = new CallbackAdapters.Registered(observer, work);
    callback = new CallbackAdapters.Run(observer, work);
    executors();
    forkJoin();
    threads();
    completableFutures();
    kotlin();
    scala();
  }

  private void executors() {
    WorkerThread thread = new WorkerThread(work);
    Handler due = new TaskAdapters.Due(observer, work);
    // Other libraries' executors extend it too.
    type(AFTER_CLIENT, CONCURRENT + "AbstractExecutorService")
        .required(named("submit"), after(RETURNED), due);
    type(AFTER_CLIENT, CONCURRENT + "FutureTask")
        .required(anyConstructor(), after(THIS, argument(0)), made(Kind.MADE))
        .required(RUN, around(THIS), run)
        .required(
            named("finishCompletion"), before(THIS), new TaskAdapters.Finished(observer, work));
    Handler removed = new TaskAdapters.Removed(observer, work);
    type(AFTER_CLIENT, CONCURRENT + "ThreadPoolExecutor")
        .required(anyConstructor(), after(THIS), new ThreadAdapters.PoolMade(observer, work))
        .required(named("execute"), around(argument(0), THIS), handed(work.executed, Kind.PLAIN))
        .required(
            named("beforeExecute"),
            before(argument(1)),
            new ThreadAdapters.BeforeTask(observer, thread))
        .required(
            named("getTask"), aroundReturn(THIS), new ThreadAdapters.NextTask(observer, thread))
        .required(
            named("reject"), before(argument(0), THIS), new TaskAdapters.Rejected(observer, work))
        .required(named("remove"), after(argument(0), RETURNED), removed)
        .required(named("drainQueue"), after(RETURNED), new TaskAdapters.Drained(observer, work));
    type(AFTER_CLIENT, CONCURRENT + "ThreadPoolExecutor$Worker")
        .required(RUN, around(field("firstTask")), new ThreadAdapters.Worker(observer, thread));
    type(AFTER_CLIENT, CONCURRENT + "ScheduledThreadPoolExecutor")
        .required(named("delayedExecute"), before(argument(0)), due);
  }

  private void forkJoin() {
    type(AFTER_CLIENT, FORK_JOIN_TASK)
        .required(named("doExec"), around(THIS), run)
        .required(named("fork"), around(THIS, THIS), handed(work.made, Kind.RESULT))
        .required(
            named("tryUnfork"), after(THIS, RETURNED), new TaskAdapters.Removed(observer, work));
    type(AFTER_CLIENT, CONCURRENT + "ForkJoinPool")
        .required(
            named("execute", "submit", "invoke", "lazySubmit", "externalSubmit")
                .taking(1)
                .taking(0, FORK_JOIN_TASK),
            around(argument(0), THIS),
            handed(work.made, Kind.RESULT));
    type(
            AFTER_CLIENT,
            FORK_JOIN_TASK + "$AdaptedRunnable",
            FORK_JOIN_TASK + "$AdaptedRunnableAction",
            FORK_JOIN_TASK + "$AdaptedCallable",
            FORK_JOIN_TASK + "$AdaptedInterruptibleCallable",
            FORK_JOIN_TASK + "$AdaptedInterruptibleRunnable")
        .required(anyConstructor(), after(THIS, argument(0)), made(Kind.RESULT));
    type(AFTER_CLIENT, FORK_JOIN_TASK + "$RunnableExecuteAction")
        .required(anyConstructor(), after(THIS, argument(0)), made(Kind.PLAIN));
  }

  private void threads() {
    type(AFTER_CLIENT, "java.lang.Thread")
        .required(named("start"), around(THIS), new ThreadAdapters.Start(observer, Kind.THREAD))
        .required(
            // The second since Java 19, for virtual threads too.
            named("exit", "clearReferences").taking(0),
            before(THIS),
            new ThreadAdapters.End(observer));
    type(AFTER_CLIENT, "java.lang.VirtualThread")
        .required(
            named("start").taking(1),
            around(THIS),
            new ThreadAdapters.Start(observer, Kind.VIRTUAL_THREAD));
    type(AFTER_CLIENT, "java.lang.Runtime")
        .required(method("halt", "int"), before(THIS), new ThreadAdapters.Halt(observer));
    // What other agents do while a class loads is no work of the call that loads it.
    type(AFTER_CLIENT, "sun.instrument.InstrumentationImpl")
        .required(named("transform"), around(THIS), new ThreadAdapters.Transform(observer));
  }

  private void completableFutures() {
    type(AFTER_CLIENT, COMPLETABLE_FUTURE + "AsyncSupply", COMPLETABLE_FUTURE + "AsyncRun")
        .required(anyConstructor(), after(THIS), made(Kind.RESULT))
        .required(RUN, around(THIS), run);
    for (String name : CALLBACKS) {
      type(AFTER_CLIENT, COMPLETABLE_FUTURE + name)
          .required(anyConstructor(), after(THIS, field("fn")), registered)
          // May come too early, and find nothing to do.
          .required(method("tryFire", "int"), around(THIS, field("fn")), callback);
    }
  }

  private void kotlin() {
    type(
            "kotlinx.coroutines.DispatchedContinuation",
            "kotlinx.coroutines.internal.DispatchedContinuation")
        .required(anyConstructor(), after(THIS), made(Kind.COROUTINE));
    type("kotlinx.coroutines.DispatchedTask").required(RUN, around(THIS), run);
    // In the first versions a superclass has the method.
    type("kotlinx.coroutines.CancellableContinuationImpl")
        .optional(
            method("getResult"),
            after(field("delegate"), RETURNED),
            new CoroutineAdapters.SuspensionPoint(observer, work));
    Signature resumeWith = method("resumeWith", "java.lang.Object");
    type("kotlin.coroutines.jvm.internal.BaseContinuationImpl")
        .required(anyConstructor(), after(THIS), registered)
        .required(resumeWith, around(THIS), new CoroutineAdapters.Resume(observer, work))
        .required(resumeWith, before(THIS, argument(0)), new ContinuationAdapters.Resumed(observer))
        .required(
            anyConstructor(), after(THIS, argument(0)), new ContinuationAdapters.Made(observer));
    type("kotlinx.coroutines.CoroutineDispatcher")
        .required(
            method("releaseInterceptedContinuation", "kotlin.coroutines.Continuation"),
            before(argument(0)),
            new CoroutineAdapters.Released(observer, work));
  }

  private void scala() {
    type("scala.concurrent.impl.Future$PromiseCompletingRunnable")
        .required(anyConstructor(), after(THIS), made(Kind.RESULT))
        .required(RUN, around(THIS), run);
    type("scala.concurrent.impl.CallbackRunnable", "scala.concurrent.impl.Promise$Transformation")
        .required(anyConstructor(), after(THIS), registered)
        .required(RUN, around(THIS), callback);
  }

  private Handler made(Kind kind) {
    return new TaskAdapters.Made(observer, work, kind);
  }

  /**
   * @param unknown gets tasks that are not known by their constructors
   */
  private Handler handed(Tasks unknown, Kind kind) {
    return new TaskAdapters.Handed(observer, work, unknown, kind);
  }
}
