package io.cioagent.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.bridge.Handler;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {
  private static final int MOST = CircuitBreaker.MOST_FAILURES;

  private final List<Throwable> failures = new ArrayList<>();
  private final List<Throwable> opened = new ArrayList<>();
  private final List<String> calls = new ArrayList<>();
  private Throwable onBegin;
  private Throwable onEnd;

  private final Handler handler =
      new Handler() {
        @Override
        public Object enter(Object first, Object second, Object third) {
          calls.add("enter");
          fail(onBegin);
          return "scope";
        }

        @Override
        public void exit(Object scope, Object result, Throwable thrown) {
          calls.add("exit");
          fail(onEnd);
        }

        @Override
        public void event(Object first, Object second, Object third) {
          calls.add("event");
          fail(onBegin);
        }

        @Override
        public void failed(Throwable failure) {
          failures.add(failure);
        }
      };

  private final CircuitBreaker breaker = new CircuitBreaker(handler, opened::add);

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> void fail(Throwable failure) throws T {
    if (failure != null) {
      throw (T) failure;
    }
  }

  private void enter(int times) {
    for (int i = 0; i < times; i++) {
      assertThat(breaker.enter(null, null, null)).isNull();
    }
  }

  @Test
  void tenFailuresInARowSwitchItOffForGood() {
    onBegin = new NoClassDefFoundError("org/apache/coyote/Request");
    enter(MOST - 1);
    assertThat(opened).isEmpty();
    enter(100);
    assertThat(opened).containsExactly(onBegin);
    assertThat(failures).hasSize(MOST);
    assertThat(calls).hasSize(MOST);
    onBegin = null;
    enter(1);
    breaker.event(null, null, null);
    assertThat(calls).hasSize(MOST);
  }

  @Test
  void failedEventsCountToo() {
    onBegin = new IllegalStateException();
    for (int i = 0; i < 3 * MOST; i++) {
      breaker.event(null, null, null);
    }
    assertThat(calls).hasSize(MOST);
    assertThat(opened).hasSize(1);
  }

  @Test
  void successInBetweenStartsTheCountAnew() {
    for (int i = 0; i < 5; i++) {
      onBegin = new IllegalStateException();
      enter(MOST - 1);
      onBegin = null;
      assertThat(breaker.enter(null, null, null)).isEqualTo("scope");
    }
    assertThat(opened).isEmpty();
    assertThat(failures).hasSize(5 * (MOST - 1));
  }

  /** Each beginning succeeds. */
  @Test
  void failedEndsCountByThemselves() {
    onEnd = new IllegalStateException();
    for (int i = 0; i < 3 * MOST; i++) {
      Object scope = breaker.enter(null, null, null);
      if (scope != null) {
        breaker.exit(scope, null, null);
      }
    }
    assertThat(opened).containsExactly(onEnd);
    assertThat(failures).hasSize(MOST);
    assertThat(calls).hasSize(2 * MOST);
  }

  /** What its beginning set up on the thread has to be undone. */
  @Test
  void callThatIsInProgressWhenItIsSwitchedOffEnds() {
    Object scope = breaker.enter(null, null, null);
    onBegin = new IllegalStateException();
    onEnd = onBegin;
    enter(MOST);
    calls.clear();
    breaker.exit(scope, null, null);
    assertThat(calls).containsExactly("exit");
    assertThat(failures).hasSize(MOST);
  }

  @Test
  void exhaustedJvmDoesNotSwitchItOff() {
    onBegin = new StackOverflowError();
    enter(3 * MOST);
    assertThat(opened).isEmpty();
    assertThat(failures).hasSize(3 * MOST);
  }
}
