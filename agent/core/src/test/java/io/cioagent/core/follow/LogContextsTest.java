package io.cioagent.core.follow;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.core.call.Call;
import io.cioagent.core.observe.ObservedApplication;
import io.cioagent.core.observe.Recorder;
import io.cioagent.core.tracing.TraceParent;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LogContextsTest {
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

  private final ObservedApplication app = new ObservedApplication();

  /** Spans are numbered in the order in which each call is first queried. */
  private final Map<Integer, String> spans = new TreeMap<>();

  private final Recorder listener =
      new Recorder() {
        @Override
        public TraceParent spanOf(Call call) {
          String span =
              spans.computeIfAbsent(
                  System.identityHashCode(call), id -> "000000000000000" + (spans.size() + 1));
          return new TraceParent(TRACE, span, true);
        }
      };

  private final LogContexts contexts = new LogContexts(listener);
  private LogContexts nested = contexts;
  private final Context first = new Context();
  private final Context second = new Context();

  LogContextsTest() {
    contexts.add(first);
    contexts.add(second);
  }

  private static final class Context implements LogContext {
    private final Map<String, String> values = new TreeMap<>();
    private boolean broken;

    @Override
    public String get(String key) {
      return values.get(key);
    }

    @Override
    public void put(String key, String value) {
      if (broken) {
        throw new IllegalStateException();
      }
      values.put(key, value);
    }

    @Override
    public void remove(String key) {
      values.remove(key);
    }
  }

  @Test
  void nestedChangesKeepTheValuesOfTheApplication() {
    Call call = app.entersIdentify();
    LogContexts loading =
        new LogContexts(
            new Recorder() {
              @Override
              public TraceParent spanOf(Call queried) {
                // As when a class is loaded in between: its transformation is not part of the call.
                nested.changed(null);
                nested.changed(call);
                return new TraceParent(TRACE, "0000000000000001", true);
              }
            });
    nested = loading;
    loading.add(first);
    first.put("trace_id", "own");
    loading.changed(call);
    assertThat(first.values).containsEntry("trace_id", TRACE);
    loading.changed(null);
    assertThat(first.values).containsEntry("trace_id", "own").doesNotContainKey("span_id");
    app.observer.exitClientMethod(call, null, null);
  }

  @Test
  void linesShowTheInnermostCallUntilTheLastEnds() {
    Call outer = app.entersGeneric();
    Call inner = app.entersIdentify();
    contexts.changed(outer);
    assertThat(first.values)
        .containsEntry("trace_id", TRACE)
        .containsEntry("span_id", "0000000000000001")
        .isEqualTo(second.values);
    contexts.changed(inner);
    assertThat(first.values).containsEntry("span_id", "0000000000000002");
    contexts.changed(outer);
    assertThat(second.values).containsEntry("span_id", "0000000000000001");
    contexts.changed(null);
    assertThat(first.values).isEmpty();
    assertThat(second.values).isEmpty();
    app.returns(inner);
    app.returns(outer);
  }

  @Test
  void linesDoNotShowACallThatIsOver() {
    Call call = app.entersIdentify();
    app.returns(call);
    contexts.changed(call);
    assertThat(first.values).isEmpty();
  }

  @Test
  void failureOfOneContextDoesNotAffectTheOthers() {
    Call call = app.entersIdentify();
    second.broken = true;
    contexts.changed(call);
    assertThat(listener.failures).hasSize(1);
    contexts.changed(null);
    assertThat(first.values).isEmpty();
    app.returns(call);
  }

  @Test
  void workerInheritsNoValuesOfItsStarter() {
    Call call = app.entersIdentify();
    contexts.changed(call);
    Map<String, String> inherited = new TreeMap<>(first.values);
    inherited.put("tenant", "7");
    contexts.changed(null);
    first.values.putAll(inherited);
    contexts.disowned(call);
    assertThat(first.values).containsOnlyKeys("tenant");
    app.returns(call);
  }
}
