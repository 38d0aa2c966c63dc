package io.cioagent.core.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.core.follow.HandedTask;
import io.cioagent.core.follow.HandedTask.Kind;
import io.cioagent.core.observe.ObservedApplication;
import io.cioagent.core.observe.Observer;
import io.cioagent.core.observe.Recorder;
import io.cioagent.core.operation.Operation;
import io.cioagent.core.tracing.TraceParent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A listener may take its time or call back: no lock of a call is held while it runs. */
class ListenerLocksTest {
  private final List<String> events = new ArrayList<>();
  private final List<String> underLock = new ArrayList<>();
  private final ThreadScope before = CurrentCall.suspend();
  private Exchange exchange;

  private final Observer observer =
      new Recorder() {
        @Override
        public void started(Call call) {
          check("started call", call);
        }

        @Override
        public void started(Attempt attempt) {
          check("started attempt", attempt.call());
        }

        @Override
        public void ended(Attempt attempt) {
          check("ended attempt", attempt.call());
        }

        @Override
        public void ended(Call call) {
          check("ended call", call);
        }

        @Override
        public void sent(Call call, String deliveryId) {
          check("sent", call);
        }

        @Override
        public TraceParent spanOf(Call call) {
          check("span", call);
          return null;
        }
      }.observer();

  private void check(String event, Call call) {
    events.add(event);
    if (Thread.holdsLock(call) || (exchange != null && Thread.holdsLock(exchange))) {
      underLock.add(event);
    }
  }

  @AfterEach
  void leave() {
    before.leave();
  }

  @Test
  void exchangeOfAnOperationThatRetries() {
    Call call = observer.enterClientMethod(Operation.IDENTIFY, false, "u1", null);
    exchange = observer.startExchange();
    ObservedApplication.tries(exchange);
    ObservedApplication.tries(exchange);
    HandedTask task = HandedTask.of(call, Kind.RESULT);
    observer.exitClientMethod(call, null, null);
    ThreadScope scope = task.begin();
    ObservedApplication.answers(exchange, 200);
    task.end(scope);

    assertThat(events)
        .containsExactly(
            "started call",
            "started attempt",
            "ended attempt",
            "started attempt",
            "ended attempt",
            "ended call");
    assertThat(underLock).isEmpty();
  }

  @Test
  void exchangeOfWorkWhoseCallIsOver() {
    Call over = observer.enterClientMethod(Operation.IDENTIFY, false, "u1", null);
    HandedTask late = HandedTask.of(over, Kind.TIMER);
    observer.exitClientMethod(over, null, null);
    events.clear();
    ThreadScope scope = late.begin();
    exchange = observer.startExchange();
    ObservedApplication.tries(exchange);
    ObservedApplication.answers(exchange, 200);
    late.end(scope);

    assertThat(events)
        .containsExactly("span", "started call", "started attempt", "ended attempt", "ended call");
    assertThat(underLock).isEmpty();
  }

  @Test
  void responseThatNamesADelivery() {
    exchange = observer.startExchange();
    exchange.attempt("POST", "https", "api.customer.io", -1, "/v1/send/email");
    exchange.answered(200);
    byte[] body = "{\"delivery_id\":\"d1\"}".getBytes(StandardCharsets.UTF_8);
    exchange.answerBody().read(body, 0, body.length);
    exchange.end(200, null);

    assertThat(events)
        .containsExactly("started call", "started attempt", "sent", "ended attempt", "ended call");
    assertThat(underLock).isEmpty();
  }
}
