package io.cioagent.instrumentation.client;

import io.cioagent.instrumentation.classfile.ClassDescription;
import io.cioagent.instrumentation.classfile.MethodDescription;
import java.util.List;

/** Finds the attributes or event data among the parameters of a client method. */
final class PassedMap {
  private static final String MAP = "java.util.Map";

  private PassedMap() {}

  /**
   * The index of the first one that is declared as a {@link java.util.Map} of any kind; negative
   * where there is none.
   */
  static int indexIn(MethodDescription method, ClassDescription clientClass) {
    List<String> types = method.parameterTypes();
    for (int i = 0; i < types.size(); i++) {
      if (isMap(types.get(i), clientClass)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isMap(String type, ClassDescription clientClass) {
    // Neither primitive types nor arrays, nor the most frequent ones.
    return type.indexOf('.') > 0
        && !type.endsWith("[]")
        && !type.startsWith("java.lang.")
        && clientClass.isSubtype(type, MAP);
  }
}
