package io.cioagent.instrumentation;

import java.util.Collections;
import java.util.List;
import net.bytebuddy.description.type.TypeDescription;

/** A tracer that the application may bring: nothing of it is woven, each copy of it is asked. */
public interface TracerInstrumentation extends Instrumentation {

  /** What asks one copy; here only its name counts. */
  Class<? extends TracerAdapter> adapter();

  @Override
  default List<Pointcut> pointcuts(TypeDescription type) {
    return Collections.emptyList();
  }
}
