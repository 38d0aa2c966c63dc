package io.cioagent.instrumentation.handover;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.core.call.Call;
import io.cioagent.core.observe.Observer;
import io.cioagent.core.observe.Recorder;
import io.cioagent.core.operation.Operation;
import org.junit.jupiter.api.Test;

class CallbacksTest {
  private final Observer observer = new Recorder().observer();
  private final Callbacks callbacks = new Callbacks();
  private final Object one = new Object();
  private final Object two = new Object();

  @Test
  void callbackIsKnownUntilItsCallIsOver() {
    Call first = begun();
    callbacks.put(one, first);
    observer.exitClientMethod(first, null, null);
    Call second = begun();
    callbacks.put(two, second);

    assertThat(callbacks.get(one)).isNull();
    assertThat(callbacks.get(two)).isSameAs(second);

    observer.exitClientMethod(second, null, null);
    assertThat(callbacks.get(two)).isNull();
  }

  @Test
  void lastRegistrationCounts() {
    Call first = begun();
    observer.leaveClientMethod(first);
    Call second = begun();
    callbacks.put(one, first);
    callbacks.put(one, second);

    first.completed(null);
    assertThat(callbacks.get(one)).isSameAs(second);

    observer.exitClientMethod(second, null, null);
    assertThat(callbacks.get(one)).isNull();
  }

  private Call begun() {
    return observer.enterClientMethod(Operation.IDENTIFY, false, "1", null);
  }
}
