package io.cioagent.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.weaver.LibraryStates.State;
import java.lang.ref.WeakReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LibraryStatesTest {
  private final LibraryStates states = new LibraryStates(false);

  @Test
  void everyLibraryIsAbsentAtFirst() {
    assertThat(states.get()).isNotEmpty().containsEntry("okhttp", "absent");
    assertThat(states.get().values()).containsOnly("absent");
  }

  @Test
  void oneClassThatLacksAMethodOutweighsTheOthersInEitherOrder() {
    states.add(null, Library.OKHTTP, State.ACTIVE);
    assertThat(states.get()).containsEntry("okhttp", "active");
    states.add(null, Library.OKHTTP, State.PARTIAL);
    states.add(null, Library.OKHTTP, State.ACTIVE);
    assertThat(states.get()).containsEntry("okhttp", "partial").containsEntry("netty", "absent");
  }

  @Test
  void failureOutweighsMissingMethods() {
    states.add(null, Library.TOMCAT, State.FAILED);
    states.add(new ClassLoader() {}, Library.TOMCAT, State.PARTIAL);
    states.add(null, Library.TOMCAT, State.ACTIVE);
    assertThat(states.get()).containsEntry("tomcat", "failed");
  }

  @Test
  void unsupportedLibraryIsListedOnceUsed() {
    assertThat(states.get()).doesNotContainKey("nanohttpd");
    states.addUnsupported(null, "nanohttpd");
    assertThat(states.get()).containsEntry("nanohttpd", "unsupported");
  }

  @Test
  @Timeout(20)
  void unloadedLibraryIsAbsent() {
    ClassLoader stays = new ClassLoader() {};
    ClassLoader goes = new ClassLoader() {};
    states.add(stays, Library.OKHTTP, State.ACTIVE);
    states.add(goes, Library.OKHTTP, State.PARTIAL);
    states.add(goes, Library.NETTY, State.ACTIVE);
    assertThat(states.get()).containsEntry("okhttp", "partial").containsEntry("netty", "active");
    WeakReference<ClassLoader> gone = new WeakReference<>(goes);
    goes = null;
    while (gone.get() != null || !states.get().get("netty").equals("absent")) {
      System.gc();
    }
    assertThat(states.get()).containsEntry("okhttp", "active");
    assertThat(stays).isNotNull();
  }
}
