package io.cioagent.instrumentation;

import java.util.Collections;
import java.util.List;
import net.bytebuddy.description.type.TypeDescription;

/** What the application may bring that takes telemetry: nothing of it is woven. */
public interface TelemetryInstrumentation extends Instrumentation {

  /** An {@link io.cioagent.core.tracing.ApplicationTelemetry}; here only its name counts. */
  Class<? extends Adapter> adapter();

  @Override
  default List<Pointcut> pointcuts(TypeDescription type) {
    return Collections.emptyList();
  }
}
