package io.cioagent.instrumentation;

import java.util.List;
import net.bytebuddy.description.type.TypeDescription;

/**
 * What to weave in the classes of one library. Made once, by its constructor with an {@link
 * io.cioagent.core.observe.Observer}; safe for any thread.
 */
public interface Instrumentation {

  /**
   * The places to weave in a class; none leaves it as it is.
   *
   * @param type the class, as it is about to be loaded
   */
  List<Pointcut> pointcuts(TypeDescription type);
}
