package io.cioagent.instrumentation.kotlincoroutines;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Instrumentation;
import io.cioagent.instrumentation.Pointcut;
import java.util.Collections;
import java.util.List;
import net.bytebuddy.description.type.TypeDescription;

/**
 * Weaves the end of each continuation. A client method that only passes on to another suspend
 * function has no code of its own that runs again at the end: the caller's continuation is all
 * there is. The probe for debuggers is of no use, as before Kotlin 1.3.40 it tells the first one
 * alone of several that are resumed in a row.
 */
public final class KotlinCoroutinesInstrumentation implements Instrumentation {
  private final List<Pointcut> pointcuts;

  public KotlinCoroutinesInstrumentation(Observer observer) {
    pointcuts =
        Collections.singletonList(
            new Pointcut(
                named("releaseIntercepted").and(takesArguments(0)),
                ContinuationAdvice.Released.class,
                new ReleasedAdapter(observer)));
  }

  @Override
  public List<Pointcut> pointcuts(TypeDescription type) {
    return pointcuts;
  }
}
