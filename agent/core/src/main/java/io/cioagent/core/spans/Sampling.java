package io.cioagent.core.spans;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/** Which spans are recorded: what {@code otel.traces.sampler} says. Immutable. */
public final class Sampling {
  private static final String PARENT_BASED = "parentbased_";

  private final boolean parentBased;

  /** Null for all. */
  private final @Nullable Sampler root;

  private Sampling(boolean parentBased, @Nullable Sampler root) {
    this.parentBased = parentBased;
    this.root = root;
  }

  /**
   * The sampling that the settings ask for.
   *
   * @param sampler a value of {@code otel.traces.sampler}
   * @param argument the value of {@code otel.traces.sampler.arg}, null for none
   */
  public static Sampling of(String sampler, @Nullable String argument) {
    boolean parentBased = sampler.startsWith(PARENT_BASED);
    switch (parentBased ? sampler.substring(PARENT_BASED.length()) : sampler) {
      case "always_off":
        return new Sampling(parentBased, Sampler.alwaysOff());
      case "traceidratio":
        double ratio = argument == null ? 1 : Double.parseDouble(argument);
        return new Sampling(parentBased, Sampler.traceIdRatioBased(ratio));
      default:
        return new Sampling(parentBased, null);
    }
  }

  /**
   * Whether a new span is recorded.
   *
   * @param parent invalid for none
   * @param trace has the id of the trace
   */
  boolean isSampled(SpanContext parent, SpanContext trace) {
    if (parentBased && parent.isValid()) {
      return parent.isSampled();
    }
    return root == null
        || root.shouldSample(
                    Context.root(),
                    trace.getTraceId(),
                    "",
                    SpanKind.CLIENT,
                    Attributes.empty(),
                    Collections.emptyList())
                .getDecision()
            == SamplingDecision.RECORD_AND_SAMPLE;
  }
}
