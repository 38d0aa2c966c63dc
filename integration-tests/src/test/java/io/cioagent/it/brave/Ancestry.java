package io.cioagent.it.brave;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.endpoint.Span;
import io.cioagent.it.watch.CommandResult;
import java.util.List;

/** What hangs beneath what. */
final class Ancestry {

  private Ancestry() {}

  /** One operation with its attempt, beneath the span whose ids the application answered. */
  static void assertBeneathAnswer(CommandResult seen) {
    String[] ids = seen.answer().substring("= ".length()).split(" ", -1);
    List<Span> spans = seen.operations("identify success").spans(2);
    Span attempt = spans.get(0);
    Span operation = spans.get(1);
    assertThat(operation.name()).isEqualTo("customerio.identify");
    assertThat(operation.traceId()).isEqualTo("0".repeat(32 - ids[0].length()) + ids[0]);
    assertThat(operation.parentSpanId()).isEqualTo(ids[1]);
    assertThat(attempt.traceId()).isEqualTo(operation.traceId());
    assertThat(attempt.parentSpanId()).isEqualTo(operation.spanId());
  }
}
