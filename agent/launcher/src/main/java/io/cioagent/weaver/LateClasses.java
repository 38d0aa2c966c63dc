package io.cioagent.weaver;

import io.cioagent.instrumentation.Mark;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Classes of the JDK that every application loads: woven on a thread of their own with the first
 * client class, and in an application without one never.
 */
final class LateClasses implements ClassFileTransformer, Runnable {
  /**
   * The longest wait for the next class. Weaving all of them takes 0.1 s, but several times as long
   * when every processor is busy; none at all means that it waits for a lock of the application.
   */
  private static final long MAX_WAIT_FOR_CLASS_MILLIS = 1000;

  private static final long MAX_WAIT_MILLIS = 5000;
  private static final long PAUSE_MILLIS = 100;

  private static final ClassLoader PLATFORM = LateClasses.class.getClassLoader().getParent();

  private final Weaver weaver;
  private final Instrumentation jvm;
  private final Map<String, String> instrumentationNames = new HashMap<>();
  private final AtomicBoolean begun = new AtomicBoolean();
  private final CountDownLatch woven = new CountDownLatch(1);

  /** {@link System#nanoTime()} of the last class that was given to be woven. */
  private volatile long progressNanos;

  /**
   * @param instrumentationNames by internal name; those without the mark are ignored
   */
  LateClasses(Weaver weaver, Map<String, String> instrumentationNames, Instrumentation jvm) {
    this.weaver = weaver;
    this.jvm = jvm;
    for (Map.Entry<String, String> each : instrumentationNames.entrySet()) {
      if (each.getKey().charAt(0) == Mark.AFTER_CLIENT) {
        this.instrumentationNames.put(each.getKey().substring(1), each.getValue());
      }
    }
  }

  /** Weaves them if that has not begun yet, and waits a moment for it. Keeps the interrupt flag. */
  @Override
  public void run() {
    begin();
    long start = System.nanoTime();
    try {
      long now = start;
      while (now - start < TimeUnit.MILLISECONDS.toNanos(MAX_WAIT_MILLIS)
          && Math.min(now - start, now - progressNanos)
              < TimeUnit.MILLISECONDS.toNanos(MAX_WAIT_FOR_CLASS_MILLIS)
          && !woven.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
        now = System.nanoTime();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void begin() {
    if (begun.compareAndSet(false, true)) {
      Thread thread = new Thread(null, this::weaveAll, "customerio-agent-weave", 0);
      thread.setDaemon(true);
      thread.setContextClassLoader(LateClasses.class.getClassLoader());
      thread.start();
    }
  }

  /**
   * Classes that are not loaded yet are woven when they load: loading them here would weave them
   * twice.
   */
  private void weaveAll() {
    jvm.addTransformer(this, true);
    Class<?>[] loaded = jvm.getAllLoadedClasses();
    List<Class<?>> late = new ArrayList<>();
    // Null in a JVM that is about to exit.
    for (Class<?> each : loaded == null ? new Class<?>[0] : loaded) {
      if (isOfJdk(each.getClassLoader())
          && instrumentationNames.containsKey(each.getName().replace('.', '/'))) {
        late.add(each);
      }
    }
    weave(late);
    woven.countDown();
  }

  /** All at once, as the JVM stops and looks at each of its classes every time. */
  private void weave(List<Class<?>> late) {
    try {
      if (!late.isEmpty()) {
        jvm.retransformClasses(late.toArray(new Class<?>[0]));
      }
    } catch (UnmodifiableClassException | LinkageError e) {
      // None of them is woven.
      if (late.size() == 1) {
        weaver.failed(e);
      } else {
        for (Class<?> each : late) {
          weave(Collections.singletonList(each));
        }
      }
    }
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      String internalName,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] classFile) {
    String name = isOfJdk(loader) ? instrumentationNames.get(internalName) : null;
    if (name == null) {
      return null;
    }
    progressNanos = System.nanoTime();
    return weaver.weaveJdkClass(loader, internalName, classFile, name);
  }

  /** An application may bring a class of the same name. */
  private static boolean isOfJdk(@Nullable ClassLoader loader) {
    return loader == null || loader == PLATFORM;
  }
}
