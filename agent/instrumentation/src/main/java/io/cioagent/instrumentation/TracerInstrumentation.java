package io.cioagent.instrumentation;

import io.cioagent.instrumentation.classfile.ClassDescription;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** A tracer that the application may bring. None of its classes is woven; each copy is queried. */
public interface TracerInstrumentation extends Instrumentation {

  /** Queries one copy; here only its name counts. */
  Class<? extends TracerAdapter> adapter();

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
