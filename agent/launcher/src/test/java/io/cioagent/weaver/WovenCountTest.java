package io.cioagent.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class WovenCountTest {
  private final WovenCount count = new WovenCount();

  @Test
  void classWovenRepeatedlyCountsOnce() {
    ClassLoader loader = new ClassLoader() {};
    assertThat(count.get()).isZero();
    count.add(loader, "com.acme.Client");
    count.add(loader, "com.acme.Client");
    count.add(loader, "com.acme.Other");
    ClassLoader copy = new ClassLoader() {};
    count.add(copy, "com.acme.Client");
    count.add(null, "java.lang.Thread");
    assertThat(count.get()).isEqualTo(4);
    assertThat(loader).isNotSameAs(copy);
  }

  @Test
  @Timeout(20)
  void unloadedClassIsNotCounted() {
    ClassLoader loader = new ClassLoader() {};
    count.add(loader, "com.acme.Client");
    assertThat(count.get()).isOne();
    WeakReference<ClassLoader> gone = new WeakReference<>(loader);
    loader = null;
    while (gone.get() != null || count.get() > 0) {
      System.gc();
    }
    assertThat(count.get()).isZero();
  }
}
