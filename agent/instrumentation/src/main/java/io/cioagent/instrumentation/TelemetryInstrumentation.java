package io.cioagent.instrumentation;

import io.cioagent.instrumentation.classfile.ClassDescription;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * A library that takes telemetry and that the application may bring. None of its classes is woven.
 */
public interface TelemetryInstrumentation extends Instrumentation {

  /** An {@link io.cioagent.core.tracing.ApplicationTelemetry}; here only its name counts. */
  Class<? extends Adapter> adapter();

  /** The class whose loading shows that there is a copy. */
  String className();

  @Override
  default Set<String> listedClasses() {
    return Collections.singleton(Mark.NOTICED + className());
  }

  @Override
  default List<Pointcut> pointcuts(ClassDescription type) {
    return Collections.emptyList();
  }
}
