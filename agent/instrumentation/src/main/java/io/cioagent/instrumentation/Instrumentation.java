package io.cioagent.instrumentation;

import io.cioagent.instrumentation.classfile.ClassDescription;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * What to weave in the classes of one library. Created once, by its constructor with an {@link
 * io.cioagent.core.observe.Observer}; safe for use by multiple threads.
 */
public interface Instrumentation {

  /**
   * The methods to weave in a class; empty to leave it unchanged.
   *
   * @param type the class before it is woven
   */
  List<Pointcut> pointcuts(ClassDescription type);

  /**
   * The classes to find by name, some with a {@link Mark} before it. The build writes them into the
   * list of woven classes.
   */
  default Set<String> listedClasses() {
    return Collections.emptySet();
  }
}
