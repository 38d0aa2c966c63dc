package io.cioagent.core.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import org.junit.jupiter.api.Test;

class ApplicationTracesTest {
  private static final TraceParent PARENT =
      new TraceParent("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331", true);

  private final ApplicationTraces traces = new ApplicationTraces();

  @Test
  void noSpanIsCurrentWithoutTracers() {
    assertThat(traces.current()).isNull();
  }

  @Test
  void firstTracerWithASpanWins() {
    TraceSource none = () -> null;
    TraceSource one = () -> PARENT;
    traces.add(none);
    traces.add(one);
    assertThat(traces.current()).isSameAs(PARENT);
  }

  @Test
  void tracerThatReportsNoSpanEndsTheSearch() {
    TraceSource knowing = () -> TraceParent.NONE;
    TraceSource copy = () -> PARENT;
    traces.add(knowing);
    traces.add(copy);
    assertThat(traces.current()).isNull();
  }

  @Test
  void tracersAreHeldWeakly() {
    TraceSource source = new Droppable();
    traces.add(source);
    WeakReference<TraceSource> watched = new WeakReference<>(source);
    source = null;
    while (watched.get() != null) {
      System.gc();
    }
    assertThat(traces.current()).isNull();
  }

  /** Not a lambda: a lambda that captures nothing is kept alive by its class. */
  private static final class Droppable implements TraceSource {
    @Override
    public TraceParent current() {
      return PARENT;
    }
  }
}
