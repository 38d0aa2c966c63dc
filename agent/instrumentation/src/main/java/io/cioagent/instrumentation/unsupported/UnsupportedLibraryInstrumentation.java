package io.cioagent.instrumentation.unsupported;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Instrumentation;
import io.cioagent.instrumentation.Mark;
import io.cioagent.instrumentation.Pointcut;
import io.cioagent.instrumentation.classfile.ClassDescription;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the libraries that are not observed. None of their classes is woven. */
public final class UnsupportedLibraryInstrumentation implements Instrumentation {

  /**
   * @param observer unused, as nothing is observed
   */
  public UnsupportedLibraryInstrumentation(Observer observer) {}

  @Override
  public Set<String> listedClasses() {
    Set<String> classes = new LinkedHashSet<>();
    for (UnsupportedLibrary each : UnsupportedLibrary.values()) {
      classes.add(Mark.NOTICED + each.className());
    }
    return classes;
  }

  @Override
  public List<Pointcut> pointcuts(ClassDescription type) {
    return Collections.emptyList();
  }
}
