package io.cioagent.instrumentation.logcontext;

import static net.bytebuddy.matcher.ElementMatchers.isConstructor;
import static net.bytebuddy.matcher.ElementMatchers.isStatic;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.not;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import io.cioagent.instrumentation.Instrumentation;
import io.cioagent.instrumentation.Pointcut;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.bytebuddy.description.type.TypeDescription;

/**
 * Weaves the stores themselves, and not SLF4J's facade, which would choose its binding when it is
 * touched. A store is noticed when it is made, and when it is used, as it may be older than the
 * agent. Nothing is woven unless log lines are to tell.
 */
public final class LogContextInstrumentation implements Instrumentation {
  private static final List<Pointcut> LOGBACK = of(LogbackAdapter.class);
  private static final List<Pointcut> LOG4J_1 = of(Log4j1Adapter.class);
  private static final List<Pointcut> LOG4J_2 = of(Log4j2Adapter.class);

  private final boolean wanted;

  public LogContextInstrumentation(Observer observer) {
    wanted = observer.logContexts() != null;
  }

  private static List<Pointcut> of(Class<? extends Adapter> adapter) {
    return Arrays.asList(
        Pointcut.ofLibrary(isConstructor(), MadeAdvice.class, adapter),
        Pointcut.ofLibrary(
            namedOneOf(
                    "put",
                    "getPropertyMap",
                    "getCopyOfContextMap",
                    "getCopy",
                    "getImmutableMapOrNull",
                    "getReadOnlyContextData",
                    "get0",
                    "put0")
                .and(not(isStatic())),
            UsedAdvice.class,
            adapter));
  }

  @Override
  public List<Pointcut> pointcuts(TypeDescription type) {
    if (!wanted) {
      return Collections.emptyList();
    }
    String name = type.getName();
    if (name.startsWith("ch.qos.logback.")) {
      return LOGBACK;
    }
    return name.startsWith("org.apache.log4j.") ? LOG4J_1 : LOG4J_2;
  }
}
