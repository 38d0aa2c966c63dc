package io.cioagent.launcher;

import io.cioagent.core.operation.ClientClassName;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.IllegalClassFormatException;
import java.security.AccessController;
import java.security.PrivilegedActionException;
import java.security.PrivilegedExceptionAction;
import java.security.ProtectionDomain;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The only transformer, which knows just the names of the classes to weave. A class that loads
 * before the weaver is ready waits for it for a bounded time only: the waiting thread may hold a
 * lock that the background thread needs. After that time the class loads unwoven and is woven
 * later.
 */
final class WaitingTransformer implements ClassFileTransformer {
  /** In total, not for each class. The weaver is usually ready after a fraction of it. */
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** The weaver is usually ready after a fraction of it, and no lock that it needs is held. */
  private static final long START_SECONDS = 5;

  /** These may load while classes of the application wait, and must not wait themselves. */
  private static final String OWN_CLASSES = "io/cioagent/launcher/";

  private final WovenClasses wovenClasses;
  private final boolean anyClass;
  private final CountDownLatch ready = new CountDownLatch(1);
  private final Set<String> missed = ConcurrentHashMap.newKeySet();
  private volatile boolean impatient;
  private volatile @Nullable ClassFileTransformer weaver;
  private volatile @Nullable Predicate<String> concerns;
  private volatile @Nullable Thread background;

  /**
   * @param anyClass whether the settings may name any class of the application
   */
  WaitingTransformer(WovenClasses wovenClasses, boolean anyClass) {
    this.wovenClasses = wovenClasses;
    this.anyClass = anyClass;
  }

  /** The thread that starts the weaver; it must never wait for itself. */
  void startsOn(Thread thread) {
    background = thread;
  }

  /**
   * Ends the waiting.
   *
   * @param newWeaver weaves from now on
   * @param newConcerns whether the weaver needs to see a class, by its internal name
   */
  void ready(ClassFileTransformer newWeaver, Predicate<String> newConcerns) {
    weaver = newWeaver;
    concerns = newConcerns;
    ready.countDown();
  }

  /** Ends the waiting: there will be no weaver. */
  void off() {
    concerns = internalName -> false;
    ready.countDown();
  }

  /** Waits for a bounded time until the weaver is ready or has failed. */
  void awaitWeaver() {
    try {
      ready.await(START_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The internal names of classes that were loaded unwoven because the weaver was not ready. */
  Set<String> missed() {
    return missed;
  }

  /** Whether a class may have to be woven. Runs for every class of the application. */
  boolean mayConcern(@Nullable ClassLoader loader, String internalName) {
    if (internalName == null
        || loader instanceof IsolatedLoader
        || internalName.startsWith(OWN_CLASSES)) {
      return false;
    }
    Predicate<String> known = concerns;
    if (known != null) {
      return known.test(internalName);
    }
    return wovenClasses.contain(internalName)
        || (loader != null && (anyClass || ClientClassName.matches(internalName)));
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      String internalName,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] classFile)
      throws IllegalClassFormatException {
    if (!mayConcern(loader, internalName)) {
      return null;
    }
    ClassFileTransformer current = weaver;
    if (current == null) {
      current = await(internalName);
    }
    if (current == null) {
      return null;
    }
    return System.getSecurityManager() == null
        ? current.transform(loader, internalName, redefined, domain, classFile)
        : privileged(current, loader, internalName, redefined, domain, classFile);
  }

  /**
   * The thread that loads a class has frames of the application on its stack, which may lack
   * permissions.
   */
  private static byte[] privileged(
      ClassFileTransformer weaver,
      @Nullable ClassLoader loader,
      String internalName,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] classFile)
      throws IllegalClassFormatException {
    PrivilegedExceptionAction<byte[]> transform =
        () -> weaver.transform(loader, internalName, redefined, domain, classFile);
    try {
      return AccessController.doPrivileged(transform);
    } catch (PrivilegedActionException e) {
      // The only checked exception that it declares.
      throw (IllegalClassFormatException) e.getException();
    }
  }

  private @Nullable ClassFileTransformer await(String internalName) {
    if (!impatient
        && !wovenClasses.onlyNotice(internalName)
        && Thread.currentThread() != background) {
      boolean interrupted = false;
      long deadline = System.nanoTime() + PATIENCE_NANOS;
      while (true) {
        try {
          impatient = !ready.await(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
          break;
        } catch (InterruptedException e) {
          // The interrupt is the application's: the flag is restored, and the class is still woven.
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
    ClassFileTransformer current = weaver;
    if (current == null) {
      missed.add(internalName);
    }
    return current;
  }
}
