package io.cioagent.weaver;

import io.cioagent.bridge.Bridge;
import io.cioagent.core.base.AgentThread;
import io.cioagent.instrumentation.PackageName;
import io.cioagent.instrumentation.moduleloader.ModuleLoaderInstrumentation;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.lang.ref.WeakReference;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Lets class loaders that hide the bootstrap loader's classes, as those of OSGi and JBoss Modules
 * do, find the bridge. Loaders that the agent knows are woven as they load, see {@link
 * ModuleLoaderInstrumentation}. Others are woven when a class that must be woven has such a loader,
 * and never in an application without one.
 */
final class BlindLoaders implements ClassFileTransformer {
  private static final long PATIENCE_SECONDS = 1;

  private final Weaver weaver;
  private final Instrumentation jvm;
  private final Set<Class<?>> opened =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
  private boolean added;

  BlindLoaders(Weaver weaver, Instrumentation jvm) {
    this.weaver = weaver;
    this.jvm = jvm;
  }

  /** Whether a class loader has its own code that may hide the bridge. */
  static boolean canBeOpened(ClassLoader loader) {
    return !classesOf(loader).isEmpty();
  }

  /**
   * Weaves the classes of a class loader; whether it then sees the bridge is for the caller to
   * check. On a thread of its own, because a class that is retransformed by a thread which is just
   * loading one is not offered to any transformer.
   *
   * @return false where that takes too long: classes of the loader are woven later then
   */
  boolean open(ClassLoader loader) {
    List<Class<?>> classes = classesOf(loader);
    if (!opened.addAll(classes)) {
      return true;
    }
    addOnce();
    CountDownLatch done = new CountDownLatch(1);
    AtomicBoolean late = new AtomicBoolean();
    WeakReference<ClassLoader> weakly = new WeakReference<>(loader);
    AgentThread.named(
            "customerio-agent-weave",
            () -> {
              retransform(classes);
              done.countDown();
              if (late.get()) {
                weaveClassesOf(weakly.get());
              }
            })
        .start();
    try {
      // The application may hold a lock here, but the thread needs none of its locks.
      if (done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        return true;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    late.set(true);
    return done.getCount() == 0;
  }

  private void retransform(List<Class<?>> classes) {
    for (Class<?> each : classes) {
      try {
        jvm.retransformClasses(each);
      } catch (UnmodifiableClassException | LinkageError e) {
        weaver.failed(e);
      }
    }
  }

  private void weaveClassesOf(@Nullable ClassLoader loader) {
    Class<?>[] loaded = jvm.getAllLoadedClasses();
    // Null in a JVM that is about to exit.
    if (loader == null || loaded == null) {
      return;
    }
    List<Class<?>> missed = new ArrayList<>();
    for (Class<?> each : loaded) {
      if (each.getClassLoader() == loader && weaver.concerns(each.getName().replace('.', '/'))) {
        missed.add(each);
      }
    }
    retransform(missed);
  }

  private synchronized void addOnce() {
    if (!added) {
      added = true;
      jvm.addTransformer(this, true);
    }
  }

  /** Its class and superclasses without the JDK's, which hide nothing. */
  private static List<Class<?>> classesOf(ClassLoader loader) {
    List<Class<?>> classes = new ArrayList<>();
    Class<?> type = loader.getClass();
    while (type.getClassLoader() != null) {
      classes.add(type);
      type = type.getSuperclass();
    }
    return classes;
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      String internalName,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] classFile) {
    if (redefined == null || !opened.contains(redefined)) {
      return null;
    }
    try {
      return OpenedLoader.weave(classFile);
    } catch (Throwable failure) {
      weaver.failed(failure);
      return null;
    }
  }

  /** The reason why classes of a loader that still hides the bridge are not woven. */
  static String hint(ClassLoader loader) {
    String bridge = PackageName.of(Bridge.class);
    String setting =
        loader.getClass().getName().startsWith("org.jboss.modules.")
            ? "Add the package to the system property jboss.modules.system.pkgs:"
                + " -Djboss.modules.system.pkgs="
            : "In OSGi add the package to the framework's property"
                + " org.osgi.framework.bootdelegation: org.osgi.framework.bootdelegation=";
    return "its class loader "
        + loader.getClass().getName()
        + " does not see the bootstrap class loader's package "
        + bridge
        + ". "
        + setting
        + bridge;
  }
}
