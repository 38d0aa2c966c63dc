package io.cioagent.launcher;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.jar.JarFile;

/**
 * Starts what {@code premain} does not wait for, on a thread of its own. Uses no lambdas, each of
 * which makes a class at run time.
 */
final class BackgroundStart
    implements Runnable, BiConsumer<ClassFileTransformer, Predicate<String>> {
  private static final String STARTUP = "io.cioagent.weaver.Startup";
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
  private static final int PAUSES = 200;

  private final String arguments;
  private final Instrumentation instrumentation;
  private final JarFile jar;
  private final WovenClasses wovenClasses;
  private final WaitingTransformer transformer;

  BackgroundStart(
      String arguments,
      Instrumentation instrumentation,
      JarFile jar,
      WovenClasses wovenClasses,
      WaitingTransformer transformer) {
    this.arguments = arguments;
    this.instrumentation = instrumentation;
    this.jar = jar;
    this.wovenClasses = wovenClasses;
    this.transformer = transformer;
  }

  @Override
  public void run() {
    transformer.startsOn(Thread.currentThread());
    try {
      IsolatedLoader loader = new IsolatedLoader(new IsolatedArchive(jar));
      BootstrapClasses.define(jar, instrumentation, loader);
      if (!AlreadyStarted.claimBridge()) {
        turnOff();
        jar.close();
        AlreadyStarted.warn();
        return;
      }
      // Libraries find their services with the context class loader, which must not be the
      // application's.
      Thread.currentThread().setContextClassLoader(loader);
      @SuppressWarnings("unchecked") // Startup has this one method
      Consumer<Object[]> startup =
          loader.loadClass(STARTUP).asSubclass(Consumer.class).getConstructor().newInstance();
      startup.accept(
          new Object[] {arguments, instrumentation, wovenClasses.instrumentations(), this});
      weaveMissed();
    } catch (Throwable e) {
      turnOff();
      if (isJvmEnding()) {
        // An application that exits at once can interrupt the start; this is not worth a message.
        return;
      }
      StandardError.warn("The agent did not start; the application runs without it: " + e);
    }
  }

  private static boolean isJvmEnding() {
    try {
      Thread hook = new Thread("customerio-agent-unused");
      Runtime.getRuntime().addShutdownHook(hook);
      Runtime.getRuntime().removeShutdownHook(hook);
      return false;
    } catch (IllegalStateException e) {
      return true;
    }
  }

  /** The weaver is ready. It is null where the settings turn the agent off. */
  @Override
  public void accept(ClassFileTransformer weaver, Predicate<String> concerns) {
    if (weaver == null) {
      turnOff();
      return;
    }
    transformer.ready(weaver, concerns);
    weaveLoaded();
  }

  private void turnOff() {
    instrumentation.removeTransformer(transformer);
    transformer.off();
    transformer.missed().clear();
  }

  /**
   * Weaves classes that were loaded before: all of them where the agent is attached to a running
   * JVM. Libraries come first, so that no operation is reported without its requests.
   */
  private void weaveLoaded() {
    Class<?>[] loaded = loadedClasses();
    List<Class<?>> clients = new ArrayList<>();
    for (Class<?> each : loaded) {
      String internalName = each.getName().replace('.', '/');
      if (!each.isArray()
          && transformer.mayConcern(each.getClassLoader(), internalName)
          && instrumentation.isModifiableClass(each)) {
        if (wovenClasses.contain(internalName)) {
          weave(each);
        } else {
          clients.add(each);
        }
      }
    }
    for (Class<?> each : clients) {
      weave(each);
    }
  }

  /** A JVM that is about to exit returns null, against its documentation. */
  private Class<?>[] loadedClasses() {
    Class<?>[] loaded = instrumentation.getAllLoadedClasses();
    return loaded == null ? new Class<?>[0] : loaded;
  }

  /** One class at a time: one that cannot be retransformed must not keep the others unwoven. */
  private void weave(Class<?> loaded) {
    try {
      instrumentation.retransformClasses(loaded);
    } catch (UnmodifiableClassException | LinkageError e) {
      StandardError.warn("Class " + loaded.getName() + " is not observed: " + e);
    }
  }

  /**
   * A class whose thread stopped waiting just before the weaver was ready may not have been among
   * the loaded classes yet.
   */
  private void weaveMissed() {
    Set<String> missed = transformer.missed();
    for (int i = 0; i < PAUSES && !missed.isEmpty(); i++) {
      for (Class<?> loaded : loadedClasses()) {
        if (missed.remove(loaded.getName().replace('.', '/'))) {
          weave(loaded);
        }
      }
      if (!missed.isEmpty()) {
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }
}
