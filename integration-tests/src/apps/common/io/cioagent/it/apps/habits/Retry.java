package io.cioagent.it.apps.habits;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** Does what a framework does about an annotation above a method: calls it until it succeeds. */
public final class Retry {

  private static final int MOST = 3;

  private Retry() {}

  /** The same object to its callers; methods that throw are called again. */
  public static <T> T around(Class<T> type, T target) {
    Object proxy =
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              for (int call = 1; ; call++) {
                try {
                  return method.invoke(target, arguments);
                } catch (InvocationTargetException e) {
                  if (call == MOST) {
                    throw e.getCause();
                  }
                }
              }
            });
    return type.cast(proxy);
  }
}
