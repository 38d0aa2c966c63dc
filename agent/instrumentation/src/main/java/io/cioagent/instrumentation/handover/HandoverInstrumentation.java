package io.cioagent.instrumentation.handover;

import static net.bytebuddy.matcher.ElementMatchers.isConstructor;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Instrumentation;
import io.cioagent.instrumentation.Pointcut;
import java.util.Arrays;
import java.util.List;
import net.bytebuddy.description.type.TypeDescription;

/**
 * Weaves the tasks of executors ({@code FutureTask}, {@code CompletableFuture.supplyAsync}) and the
 * callbacks of {@code CompletableFuture}. The tasks themselves and not the executors: an executor
 * would have to wrap what it is given, and applications look for their task in its queue.
 */
public final class HandoverInstrumentation implements Instrumentation {
  private final List<Pointcut> tasks;
  private final List<Pointcut> callbacks;

  public HandoverInstrumentation(Observer observer) {
    HandedOver handedOver = new HandedOver();
    tasks =
        Arrays.asList(
            new Pointcut(
                isConstructor(),
                CreatedAdvice.class,
                new CreatedAdapter(observer, handedOver, true)),
            new Pointcut(
                named("run").and(takesArguments(0)),
                RunAdvice.class,
                new TaskAdapter(observer, handedOver)));
    callbacks =
        Arrays.asList(
            new Pointcut(
                isConstructor(),
                CreatedAdvice.class,
                new CreatedAdapter(observer, handedOver, false)),
            new Pointcut(
                named("tryFire").and(takesArguments(int.class)),
                RunAdvice.class,
                new CallbackAdapter(observer, handedOver)));
  }

  @Override
  public List<Pointcut> pointcuts(TypeDescription type) {
    String name = type.getName();
    boolean task =
        name.endsWith("FutureTask") || name.endsWith("$AsyncSupply") || name.endsWith("$AsyncRun");
    return task ? tasks : callbacks;
  }
}
