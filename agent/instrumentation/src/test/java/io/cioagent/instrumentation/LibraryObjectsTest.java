package io.cioagent.instrumentation;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class LibraryObjectsTest {

  private final LibraryObjects<String> objects = new LibraryObjects<>();

  @Test
  void objectsAreComparedByIdentity() {
    String one = new String("same");
    String other = new String("same");
    objects.put(one, "known");

    assertThat(objects.get(one)).isEqualTo("known");
    assertThat(objects.get(other)).isNull();
  }

  @Test
  void nullHasNoValue() {
    objects.put("something", "known");

    assertThat(objects.get(null)).isNull();
    assertThat(objects.remove(null)).isNull();
  }

  @Test
  void removedObjectHasNoValue() {
    Object object = new Object();
    objects.put(object, "known");

    assertThat(objects.remove(object)).isEqualTo("known");
    assertThat(objects.get(object)).isNull();
  }

  @Test
  void valueForgetsAllOfItsObjects() {
    Object one = new Object();
    Object two = new Object();
    LibraryObjects.Keys<String> keys = new LibraryObjects.Keys<>(objects, "known");
    keys.add(one);
    keys.add(two);
    objects.put(this, "another");
    assertThat(objects.get(one)).isEqualTo("known");
    assertThat(objects.get(two)).isEqualTo("known");

    keys.forget();

    assertThat(objects.get(one)).isNull();
    assertThat(objects.get(two)).isNull();
    assertThat(objects.get(this)).isEqualTo("another");
  }

  @Test
  void valueOfNoMoreUseGetsNoMoreObjects() {
    LibraryObjects.Keys<String> keys = new LibraryObjects.Keys<>(objects, "known");
    keys.forget();

    keys.add(this);

    assertThat(objects.get(this)).isNull();
  }

  @Test
  void lookUpOfUnknownObjectAllocatesNothing() {
    objects.put(this, "known");
    Object other = new Object();
    objects.get(other);

    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long self = Thread.currentThread().getId();
    threads.getThreadAllocatedBytes(self);
    long before = threads.getThreadAllocatedBytes(self);
    for (int i = 0; i < 1000; i++) {
      objects.get(other);
    }
    long allocated = threads.getThreadAllocatedBytes(self) - before;

    // Not a byte for each, whatever asking itself may take.
    assertThat(allocated).isLessThan(1000);
  }
}
