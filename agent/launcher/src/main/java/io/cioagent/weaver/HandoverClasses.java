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

/**
 * The JDK's task classes, which every application loads: woven on a thread of their own as soon as
 * a client class has been woven, and never in an application without one.
 */
final class HandoverClasses implements ClassFileTransformer {
  /** Marks them in the list of woven classes. */
  private static final char MARK = '+';

  /** The first call of the client should find them woven, but no class waits longer for that. */
  private static final long PATIENCE_MILLIS = 300;

  private final Weaver weaver;
  private final Instrumentation jvm;
  private final Map<String, String> instrumentationNames = new HashMap<>();
  private final AtomicBoolean begun = new AtomicBoolean();
  private final CountDownLatch woven = new CountDownLatch(1);

  /**
   * @param instrumentationNames by internal name; those without the mark are passed over
   */
  HandoverClasses(Weaver weaver, Map<String, String> instrumentationNames, Instrumentation jvm) {
    this.weaver = weaver;
    this.jvm = jvm;
    for (Map.Entry<String, String> each : instrumentationNames.entrySet()) {
      if (each.getKey().charAt(0) == MARK) {
        this.instrumentationNames.put(each.getKey().substring(1), each.getValue());
      }
    }
  }

  /** Weaves them if that has not begun yet; waits a moment for it. Keeps the interrupt flag. */
  void weave() {
    if (begun.compareAndSet(false, true)) {
      Thread thread = new Thread(null, this::weaveAll, "customerio-agent-weave", 0);
      thread.setDaemon(true);
      thread.setContextClassLoader(HandoverClasses.class.getClassLoader());
      thread.start();
    }
    try {
      woven.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What is not loaded yet is woven when it is: loading it for that would weave it twice. */
  private void weaveAll() {
    jvm.addTransformer(this, true);
    Class<?>[] loaded = jvm.getAllLoadedClasses();
    // Null in a JVM that is about to end.
    for (Class<?> each : loaded == null ? new Class<?>[0] : loaded) {
      if (each.getClassLoader() == null
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
  public byte[] transform(
      ClassLoader loader,
      String internalName,
      Class<?> redefined,
      ProtectionDomain domain,
      byte[] classFile) {
    String name = loader == null ? instrumentationNames.get(internalName) : null;
    return name == null ? null : weaver.weaveJdkClass(internalName, classFile, name);
  }
}
