package io.cioagent.weaver;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.security.ProtectionDomain;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Classes of the JDK that every application loads: woven as a group on a thread of its own when
 * there is a reason, and otherwise never.
 */
final class LateClasses implements ClassFileTransformer {
  private static final ClassLoader PLATFORM = LateClasses.class.getClassLoader().getParent();

  private final Weaver weaver;
  private final Instrumentation jvm;
  private final long patienceMillis;
  private final Map<String, String> instrumentationNames = new HashMap<>();
  private final AtomicBoolean begun = new AtomicBoolean();
  private final CountDownLatch woven = new CountDownLatch(1);

  /**
   * @param instrumentationNames by internal name; those without the mark are ignored
   * @param mark the prefix of the group's names in the list of woven classes
   * @param patienceMillis the longest time that the next step waits for them
   */
  LateClasses(
      Weaver weaver,
      Map<String, String> instrumentationNames,
      Instrumentation jvm,
      char mark,
      long patienceMillis) {
    this.weaver = weaver;
    this.jvm = jvm;
    this.patienceMillis = patienceMillis;
    for (Map.Entry<String, String> each : instrumentationNames.entrySet()) {
      if (each.getKey().charAt(0) == mark) {
        this.instrumentationNames.put(each.getKey().substring(1), each.getValue());
      }
    }
  }

  /** As {@link #begin}, and waits a moment for it. Keeps the interrupt flag. */
  void weave() {
    begin();
    try {
      woven.await(patienceMillis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Weaves them if that has not begun yet. */
  void begin() {
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
    // Null in a JVM that is about to exit.
    for (Class<?> each : loaded == null ? new Class<?>[0] : loaded) {
      if (isOfJdk(each.getClassLoader())
          && instrumentationNames.containsKey(each.getName().replace('.', '/'))) {
        try {
          jvm.retransformClasses(each);
        } catch (UnmodifiableClassException | LinkageError e) {
          weaver.failed(e);
        }
      }
    }
    woven.countDown();
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      String internalName,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] classFile) {
    String name = isOfJdk(loader) ? instrumentationNames.get(internalName) : null;
    return name == null ? null : weaver.weaveJdkClass(loader, internalName, classFile, name);
  }

  /** An application may bring a class of the same name. */
  private static boolean isOfJdk(@Nullable ClassLoader loader) {
    return loader == null || loader == PLATFORM;
  }
}
