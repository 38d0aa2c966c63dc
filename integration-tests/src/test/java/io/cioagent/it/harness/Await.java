package io.cioagent.it.harness;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Waits for what comes soon, and says what did not come. */
public final class Await {

  /**
   * Long enough for a JVM to start on a machine that has little time for it; nothing ever takes
   * that long when well. Longer than the applications themselves wait, so that they can say so.
   */
  public static final Duration SOON = Duration.ofSeconds(50);

  /** For what follows at once in a JVM that is up. */
  private static final Duration A_MOMENT = Duration.ofSeconds(5);

  /**
   * A moment also has this many looks at least. On an idle machine they take a fraction of it;
   * where they take longer, so does everything that is waited for.
   */
  private static final int LOOKS_OF_A_MOMENT = 100;

  /** Most of what is waited for comes at once, so the first looks follow each other closely. */
  private static final long SHORTEST_PAUSE = TimeUnit.MICROSECONDS.toNanos(500);

  private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(10);

  private Await() {}

  /** The first answer that is not null. */
  public static <T> T found(String what, Supplier<T> look) {
    return found(what, SOON, look);
  }

  /** The same, for what takes its time also when well. */
  public static <T> T found(String what, Duration patience, Supplier<T> look) {
    long deadline = System.nanoTime() + patience.toNanos();
    for (int looks = 1; true; looks++) {
      T found = look.get();
      if (found != null) {
        return found;
      }
      if (System.nanoTime() - deadline > 0) {
        throw new AssertionError("not within " + patience.toSeconds() + " s: " + what);
      }
      pause(looks);
    }
  }

  /** Whether it comes true, for a caller that will tell by itself what there is instead. */
  public static boolean quietly(Supplier<Boolean> condition) {
    long start = System.nanoTime();
    for (int looks = 1; !condition.get(); looks++) {
      long waited = System.nanoTime() - start;
      boolean enough = waited > A_MOMENT.toNanos() && looks >= LOOKS_OF_A_MOMENT;
      if (enough || waited > SOON.toNanos()) {
        return false;
      }
      pause(looks);
    }
    return true;
  }

  private static void pause(int looks) {
    LockSupport.parkNanos(Math.min(looks * SHORTEST_PAUSE, LONGEST_PAUSE));
  }

  /** Until it is true. */
  public static void until(String what, Supplier<Boolean> condition) {
    found(what, () -> condition.get() ? Boolean.TRUE : null);
  }
}
