package io.cioagent.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BridgeTest {

  private static final class Recorder implements Handler {
    final List<Object> calls = new ArrayList<>();
    RuntimeException toThrow;
    RuntimeException toThrowWhenFailed;

    @Override
    public Object enter(Object first, Object second, Object third) {
      calls.add(first + "," + second + "," + third);
      if (toThrow != null) {
        throw toThrow;
      }
      return "scope";
    }

    @Override
    public void exit(Object scope, Object result, Throwable thrown) {
      calls.add(scope + "," + result + "," + thrown);
      if (toThrow != null) {
        throw toThrow;
      }
    }

    @Override
    public void event(Object first, Object second, Object third) {
      calls.add("event " + first + "," + second + "," + third);
      if (toThrow != null) {
        throw toThrow;
      }
    }

    @Override
    public void failed(Throwable failure) {
      calls.add(failure);
      if (toThrowWhenFailed != null) {
        throw toThrowWhenFailed;
      }
    }
  }

  @Test
  void handsEachCallToTheHandlerOfItsNumber() {
    Recorder one = new Recorder();
    Recorder two = new Recorder();
    int pointOfOne = Bridge.register(one);
    int pointOfTwo = Bridge.register(two);

    assertThat(Bridge.enter(pointOfTwo, "a", null, "c")).isEqualTo("scope");
    Bridge.exit(pointOfOne, "s", "r", null);
    Bridge.event(pointOfTwo, "d", "e", null);

    assertThat(two.calls).containsExactly("a,null,c", "event d,e,null");
    assertThat(one.calls).containsExactly("s,r,null");
  }

  @Test
  void keepsWhatAHandlerThrowsAwayFromTheApplicationAndTellsTheHandler() {
    Recorder broken = new Recorder();
    broken.toThrow = new IllegalStateException("ours");
    int point = Bridge.register(broken);

    assertThat(Bridge.enter(point, null, null, null)).isNull();
    Bridge.exit(point, "s", null, null);
    Bridge.event(point, null, null, null);

    assertThat(broken.calls.get(1)).isSameAs(broken.toThrow);
    assertThat(broken.calls.get(3)).isSameAs(broken.toThrow);
    assertThat(broken.calls.get(5)).isSameAs(broken.toThrow);
  }

  @Test
  void survivesAHandlerWhoseReportThrowsToo() {
    Recorder broken = new Recorder();
    broken.toThrow = new IllegalStateException("ours");
    broken.toThrowWhenFailed = new IllegalStateException("again");
    int point = Bridge.register(broken);

    assertThat(Bridge.enter(point, null, null, null)).isNull();
  }

  @Test
  void survivesANumberNobodyRegistered() {
    assertThat(Bridge.enter(-1, null, null, null)).isNull();
    Bridge.exit(Integer.MAX_VALUE, null, null, null);
    Bridge.event(Integer.MAX_VALUE, null, null, null);
  }

  @Test
  void isClaimedOnce() {
    assertThat(Bridge.claim()).isTrue();
    assertThat(Bridge.claim()).isFalse();
  }
}
