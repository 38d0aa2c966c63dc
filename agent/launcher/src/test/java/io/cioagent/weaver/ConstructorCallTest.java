package io.cioagent.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.bridge.Bridge;
import io.cioagent.bridge.Handler;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.loading.ByteArrayClassLoader;
import org.junit.jupiter.api.Test;

class ConstructorCallTest {
  private static final int MAJOR = 7;

  private final List<Object> heard = new ArrayList<>();
  private final int point =
      Bridge.register(
          new Handler() {
            @Override
            public Object enter(Object first, Object second, Object third) {
              heard.add("made");
              return null;
            }

            @Override
            public void exit(Object scope, Object result, Throwable thrown) {}

            @Override
            public void event(Object first, Object second, Object third) {}

            @Override
            public void failed(Throwable failure) {
              heard.add(failure);
            }
          });

  /** Its constructors call each other, branch, catch and are given wide numbers. */
  public static class Made {
    final StringBuilder reported = new StringBuilder();

    /** As any other class would. */
    public Made() {
      this(3, 4);
    }

    Made(long count, double more) {
      try {
        for (long i = 0; i < count; i++) {
          reported.append(more > 3 ? "many" : "few").append(i);
        }
        reported.append(Long.parseLong("none"));
      } catch (NumberFormatException e) {
        reported.append('!');
      }
    }

    @Override
    public String toString() {
      return reported.toString();
    }
  }

  @Test
  void everyConstructorCallsAndDoesWhatItDid() throws Exception {
    byte[] woven = ConstructorCall.insert(ClassFileLocator.ForClassLoader.read(Made.class), point);
    ClassLoader loader =
        new ByteArrayClassLoader.ChildFirst(
            Made.class.getClassLoader(), Collections.singletonMap(Made.class.getName(), woven));
    Object made = loader.loadClass(Made.class.getName()).getConstructor().newInstance();
    assertThat(made.getClass()).isNotEqualTo(Made.class);
    assertThat(heard).containsExactly("made", "made");
    assertThat(made).hasToString(new Made().toString()).hasToString("many0many1many2!");
  }

  @Test
  void unknownClassFileVersionIsAccepted() {
    byte[] classFile = ClassFileLocator.ForClassLoader.read(Made.class);
    classFile[MAJOR] = 120;
    byte[] woven = ConstructorCall.insert(classFile, point);
    assertThat(woven.length).isGreaterThan(classFile.length);
    assertThat(woven[MAJOR]).isEqualTo((byte) 120);
    assertThat(classFile[MAJOR]).isEqualTo((byte) 120);
  }
}
