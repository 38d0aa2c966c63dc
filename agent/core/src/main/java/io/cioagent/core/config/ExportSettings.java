package io.cioagent.core.config;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** What is pushed, where to and how often. Immutable. */
public final class ExportSettings {
  private final Draft draft;

  ExportSettings(Draft draft) {
    this.draft = draft;
  }

  /** The values while they are read; not changed any more once {@link ExportSettings} holds it. */
  // The reader sets every field.
  @SuppressWarnings("NullAway.Init")
  static final class Draft {
    final Map<Signal, OtlpTarget> targets = new EnumMap<>(Signal.class);
    final Set<Signal> console = EnumSet.noneOf(Signal.class);
    boolean prometheus;
    BatchLimits spans;
    BatchLimits logs;
    long metricIntervalMillis;
    long metricTimeoutMillis;
    String temporality;
  }

  /** Whether anything is pushed anywhere. */
  public boolean any() {
    return !draft.targets.isEmpty() || !draft.console.isEmpty();
  }

  /** Whether this is pushed anywhere. */
  public boolean any(Signal signal) {
    return target(signal) != null || console(signal);
  }

  /** Where this is pushed to by OTLP; null where it is not. */
  public OtlpTarget target(Signal signal) {
    return draft.targets.get(signal);
  }

  /** Whether this is printed. */
  public boolean console(Signal signal) {
    return draft.console.contains(signal);
  }

  /** Whether the metrics are served to Prometheus, as far as the standard setting says. */
  boolean prometheus() {
    return draft.prometheus;
  }

  /** Null where no spans are pushed. */
  public BatchLimits spans() {
    return draft.spans;
  }

  /** Null where no log records are pushed. */
  public BatchLimits logs() {
    return draft.logs;
  }

  /** Between two pushes of metrics, above 0; meaningless where none are pushed. */
  public long metricIntervalMillis() {
    return draft.metricIntervalMillis;
  }

  /** For one push of metrics, above 0; meaningless where none are pushed. */
  public long metricTimeoutMillis() {
    return draft.metricTimeoutMillis;
  }

  /** {@code cumulative}, {@code delta} or {@code lowmemory}; null where no metrics are pushed. */
  public String temporality() {
    return draft.temporality;
  }
}
