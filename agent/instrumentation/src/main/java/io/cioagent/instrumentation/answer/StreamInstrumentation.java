package io.cioagent.instrumentation.answer;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Instrumentation;
import io.cioagent.instrumentation.Pointcut;
import java.util.Arrays;
import java.util.List;
import net.bytebuddy.description.type.TypeDescription;

/** Weaves the streams that libraries make for a body; their other methods read by these. */
public final class StreamInstrumentation implements Instrumentation {
  private static final List<Pointcut> STREAM =
      Arrays.asList(
          Pointcut.ofLibrary(
              named("read").and(takesArguments(byte[].class, int.class, int.class)),
              StreamReadAdvice.class,
              StreamReadAdapter.class),
          Pointcut.ofLibrary(
              named("read").and(takesArguments(0)),
              StreamReadOneAdvice.class,
              StreamReadAdapter.class),
          Pointcut.ofLibrary(
              named("close").and(takesArguments(0)),
              StreamCloseAdvice.class,
              StreamCloseAdapter.class));

  public StreamInstrumentation(Observer observer) {}

  @Override
  public List<Pointcut> pointcuts(TypeDescription type) {
    return STREAM;
  }
}
