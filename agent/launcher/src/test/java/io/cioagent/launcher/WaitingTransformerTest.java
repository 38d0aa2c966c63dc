package io.cioagent.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.IllegalClassFormatException;
import java.security.ProtectionDomain;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WaitingTransformerTest {
  private static final String HTTP = "com/acme/Http";
  private static final byte[] UNWOVEN = {1};
  private static final byte[] WOVEN = {2};
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(1);

  private static final ClassFileTransformer WEAVER =
      new ClassFileTransformer() {
        @Override
        public byte[] transform(
            ClassLoader loader,
            String internalName,
            Class<?> redefined,
            ProtectionDomain domain,
            byte[] classFile) {
          return WOVEN;
        }
      };

  private final WaitingTransformer transformer = transformer(false);

  private static boolean isWanted(String internalName) {
    return !internalName.equals("com/acme/Other");
  }

  private static WaitingTransformer transformer(boolean anyClass) {
    return new WaitingTransformer(WovenClasses.parse("com.acme.Http = a.B"), anyClass);
  }

  private byte[] load(String internalName) {
    try {
      return transformer.transform(getClass().getClassLoader(), internalName, null, null, UNWOVEN);
    } catch (IllegalClassFormatException e) {
      throw new AssertionError(e);
    }
  }

  /** Another thread that loads a class, once it is waiting for the weaver. */
  private Thread startLoading(AtomicReference<byte[]> result, AtomicBoolean interrupted)
      throws InterruptedException {
    Thread thread =
        new Thread(
            () -> {
              result.set(load(HTTP));
              interrupted.set(Thread.currentThread().isInterrupted());
            });
    thread.start();
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (thread.getState() != Thread.State.TIMED_WAITING && System.nanoTime() < deadline) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
    }
    return thread;
  }

  static Stream<Arguments> classes() throws Exception {
    ClassLoader application = WaitingTransformerTest.class.getClassLoader();
    ClassLoader isolated = new IsolatedLoader(null);
    return Stream.of(
        arguments(application, HTTP, false, true),
        arguments(null, HTTP, false, true),
        arguments(application, "com/acme/customerio/Client", false, true),
        arguments(application, "com/acme/CustomerIOClient", false, true),
        arguments(null, "com/acme/customerio/Client", false, false),
        arguments(application, "com/acme/Other", false, false),
        arguments(application, null, false, false),
        arguments(isolated, HTTP, false, false),
        arguments(isolated, "com/acme/customerio/Client", false, false),
        arguments(application, "com/acme/Other", true, true),
        arguments(null, "java/lang/Other", true, false),
        arguments(isolated, "com/acme/Other", true, false),
        arguments(application, null, true, false),
        arguments(application, "io/cioagent/launcher/JarBytes", true, false));
  }

  @ParameterizedTest
  @MethodSource("classes")
  void mayConcern(ClassLoader loader, String internalName, boolean anyClass, boolean expected) {
    assertThat(transformer(anyClass).mayConcern(loader, internalName)).isEqualTo(expected);
  }

  @Test
  void weaverDecidesOnceItIsUp() {
    ClassLoader application = getClass().getClassLoader();
    WaitingTransformer any = transformer(true);
    any.ready(WEAVER, name -> name.equals("com/acme/Crm"));
    assertThat(any.mayConcern(application, "com/acme/Crm")).isTrue();
    assertThat(any.mayConcern(application, "com/acme/Other")).isFalse();
    assertThat(any.mayConcern(application, "com/acme/customerio/Client")).isFalse();
    assertThat(any.mayConcern(application, null)).isFalse();

    any.off();
    assertThat(any.mayConcern(application, "com/acme/Crm")).isFalse();
  }

  @Test
  void passesOnToTheWeaver() {
    transformer.ready(WEAVER, WaitingTransformerTest::isWanted);
    assertThat(load(HTTP)).isSameAs(WOVEN);
    assertThat(load("com/acme/CustomerIoClient")).isSameAs(WOVEN);
    assertThat(load("com/acme/Other")).isNull();
    assertThat(transformer.missed()).isEmpty();
  }

  @Test
  void otherClassesDoNotWait() {
    assertThat(load("com/acme/Other")).isNull();
    assertThat(transformer.missed()).isEmpty();
  }

  @Test
  void weaverDecidesAloneOnceItIsUp() {
    WaitingTransformer anyClass = transformer(true);
    assertThat(anyClass.mayConcern(getClass().getClassLoader(), "com/acme/Other")).isTrue();
    anyClass.ready(WEAVER, WaitingTransformerTest::isWanted);
    assertThat(anyClass.mayConcern(getClass().getClassLoader(), "com/acme/Other")).isFalse();
    assertThat(anyClass.mayConcern(null, "com/acme/Wanted")).isTrue();
  }

  @Test
  void ownClassesNeverWait() {
    String own = WaitingTransformer.class.getName().replace('.', '/');
    assertThat(transformer(true).mayConcern(getClass().getClassLoader(), own)).isFalse();
  }

  @Test
  void classThatMustBeWovenWaitsForTheWeaver() throws InterruptedException {
    AtomicReference<byte[]> result = new AtomicReference<>();
    Thread thread = startLoading(result, new AtomicBoolean());
    transformer.ready(WEAVER, WaitingTransformerTest::isWanted);
    thread.join(10_000);
    assertThat(result.get()).isSameAs(WOVEN);
    assertThat(transformer.missed()).isEmpty();
  }

  @Test
  void waitEndsIfTheWeaverFails() throws InterruptedException {
    AtomicReference<byte[]> result = new AtomicReference<>(UNWOVEN);
    Thread thread = startLoading(result, new AtomicBoolean());
    long start = System.nanoTime();
    transformer.off();
    thread.join(10_000);
    assertThat(result.get()).isNull();
    assertThat(System.nanoTime() - start).isLessThan(PATIENCE_NANOS);
  }

  @Test
  void totalWaitIsBounded() {
    long start = System.nanoTime();
    assertThat(load(HTTP)).isNull();
    long first = System.nanoTime();
    assertThat(first - start).isBetween(PATIENCE_NANOS, 10 * PATIENCE_NANOS);

    // A thousand more classes must not take a thousand seconds.
    for (int i = 0; i < 1000; i++) {
      assertThat(load("com/acme/customerio/Class" + i)).isNull();
    }
    assertThat(System.nanoTime() - first).isLessThan(PATIENCE_NANOS);
    assertThat(transformer.missed()).hasSize(1001).contains(HTTP, "com/acme/customerio/Class7");

    transformer.ready(WEAVER, WaitingTransformerTest::isWanted);
    assertThat(load(HTTP)).isSameAs(WOVEN);
    assertThat(transformer.missed()).hasSize(1001);
  }

  @Test
  void backgroundThreadNeverWaitsForItself() {
    transformer.startsOn(Thread.currentThread());
    long start = System.nanoTime();
    assertThat(load(HTTP)).isNull();
    assertThat(System.nanoTime() - start).isLessThan(PATIENCE_NANOS);
    assertThat(transformer.missed()).containsExactly(HTTP);
  }

  @Test
  void backgroundThreadDoesNotShortenOtherWaits() throws InterruptedException {
    transformer.startsOn(Thread.currentThread());
    load(HTTP);
    AtomicReference<byte[]> result = new AtomicReference<>();
    Thread thread = startLoading(result, new AtomicBoolean());
    transformer.ready(WEAVER, WaitingTransformerTest::isWanted);
    thread.join(10_000);
    assertThat(result.get()).isSameAs(WOVEN);
  }

  @Test
  void interruptIsKeptAndDoesNotEndTheWait() throws InterruptedException {
    AtomicReference<byte[]> result = new AtomicReference<>();
    AtomicBoolean interrupted = new AtomicBoolean();
    Thread thread = startLoading(result, interrupted);
    thread.interrupt();
    transformer.ready(WEAVER, WaitingTransformerTest::isWanted);
    thread.join(10_000);
    assertThat(result.get()).isSameAs(WOVEN);
    assertThat(interrupted).isTrue();
  }

  @Test
  void earlierInterruptIsKept() {
    Thread.currentThread().interrupt();
    try {
      assertThat(load(HTTP)).isNull();
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }
}
