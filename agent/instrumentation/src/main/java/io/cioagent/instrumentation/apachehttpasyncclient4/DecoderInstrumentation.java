package io.cioagent.instrumentation.apachehttpasyncclient4;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Instrumentation;
import io.cioagent.instrumentation.Pointcut;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.List;
import net.bytebuddy.description.type.TypeDescription;

/**
 * Weaves what a body is read from. What goes into a file directly is not seen, as that would have
 * to be read again.
 */
public final class DecoderInstrumentation implements Instrumentation {
  private static final List<Pointcut> DECODER =
      Collections.singletonList(
          Pointcut.ofLibrary(
              named("read").and(takesArguments(1)).and(takesArgument(0, ByteBuffer.class)),
              DecoderAdvice.class,
              DecoderAdapter.class));

  public DecoderInstrumentation(Observer observer) {}

  @Override
  public List<Pointcut> pointcuts(TypeDescription type) {
    return DECODER;
  }
}
