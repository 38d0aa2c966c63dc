package io.cioagent.instrumentation.client;

import java.util.Map;
import net.bytebuddy.description.method.ParameterDescription;
import net.bytebuddy.description.method.ParameterList;
import net.bytebuddy.description.type.TypeDescription;
import org.jspecify.annotations.Nullable;

/** Finds the attributes or event data among the parameters of a client method. */
final class PassedMap {
  private static final TypeDescription MAP = TypeDescription.ForLoadedType.of(Map.class);

  private PassedMap() {}

  /** The first one that is declared as a {@link Map} of any kind; null where there is none. */
  static @Nullable ParameterDescription of(ParameterList<?> parameters) {
    for (ParameterDescription parameter : parameters) {
      if (isMap(parameter.getType().asErasure())) {
        return parameter;
      }
    }
    return null;
  }

  private static boolean isMap(TypeDescription type) {
    if (type.isPrimitive() || type.isArray() || type.getName().startsWith("java.lang.")) {
      return false;
    }
    if (type.getName().equals(MAP.getName())) {
      return true;
    }
    try {
      return type.isAssignableTo(MAP);
    } catch (RuntimeException | LinkageError e) {
      // A type that cannot be found here is no concern of ours.
      return false;
    }
  }
}
