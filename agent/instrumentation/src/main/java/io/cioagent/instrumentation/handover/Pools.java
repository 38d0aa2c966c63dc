package io.cioagent.instrumentation.handover;

import com.blogspot.mydailyjava.weaklockfree.WeakConcurrentSet;
import java.util.concurrent.ThreadPoolExecutor;
import org.jspecify.annotations.Nullable;

/**
 * Which thread pools may run a task unnoticed. A worker that was idle before the pool's class was
 * woven waits in a method that is not; it is noticed in {@code beforeExecute}, unless the pool
 * overrides that.
 */
final class Pools {
  private final WeakConcurrentSet<Object> woven =
      new WeakConcurrentSet<>(WeakConcurrentSet.Cleaner.INLINE);

  private final ClassValue<Boolean> overriding =
      new ClassValue<Boolean>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          return overridesBeforeExecute(type);
        }
      };

  void add(Object pool) {
    woven.add(pool);
  }

  boolean mayHideBeginnings(@Nullable Object executor) {
    return executor instanceof ThreadPoolExecutor
        && executor.getClass().getClassLoader() != null
        && !woven.contains(executor)
        && overriding.get(executor.getClass());
  }

  private static boolean overridesBeforeExecute(Class<?> type) {
    for (Class<?> each = type; each != ThreadPoolExecutor.class; each = each.getSuperclass()) {
      try {
        return each.getDeclaredMethod("beforeExecute", Thread.class, Runnable.class) != null;
      } catch (NoSuchMethodException e) {
        // Perhaps the class above.
      } catch (LinkageError | SecurityException e) {
        return true;
      }
    }
    return false;
  }
}
