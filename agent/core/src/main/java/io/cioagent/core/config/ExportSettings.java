package io.cioagent.core.config;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which signals are exported, where to and how often. Immutable. */
public final class ExportSettings {
  private final Draft draft;

  ExportSettings(Draft draft) {
    this.draft = draft;
  }

  /** The values while they are read; not changed once {@link ExportSettings} holds them. */
  static final class Draft {
    final Map<Signal, OtlpTarget> targets = new EnumMap<>(Signal.class);
    final Set<Signal> console = EnumSet.noneOf(Signal.class);
    boolean prometheus;
    @Nullable BatchLimits spans;
    @Nullable BatchLimits logs;
    long metricIntervalMillis;
    long metricTimeoutMillis;
    @Nullable String temporality;
  }

  /** Whether any signal is exported. */
  public boolean any() {
    return !draft.targets.isEmpty() || !draft.console.isEmpty();
  }

  /** Whether this signal is exported. */
  public boolean any(Signal signal) {
    return target(signal) != null || console(signal);
  }

  /** The OTLP target of this signal, if there is one. */
  public @Nullable OtlpTarget target(Signal signal) {
    return draft.targets.get(signal);
  }

  /** Whether this signal is printed to the console. */
  public boolean console(Signal signal) {
    return draft.console.contains(signal);
  }

  /** Whether the standard setting enables the Prometheus endpoint. */
  boolean prometheus() {
    return draft.prometheus;
  }

  /** Null if and only if no spans are exported. */
  public @Nullable BatchLimits spans() {
    return draft.spans;
  }

  /** Null if and only if no log records are exported. */
  public @Nullable BatchLimits logs() {
    return draft.logs;
  }

  /** The interval between two metric exports, above 0; unused if no metrics are exported. */
  public long metricIntervalMillis() {
    return draft.metricIntervalMillis;
  }

  /** The maximum time for one metric export, above 0; unused if no metrics are exported. */
  public long metricTimeoutMillis() {
    return draft.metricTimeoutMillis;
  }

  /**
   * {@code cumulative}, {@code delta} or {@code lowmemory}; null if and only if no metrics are
   * exported.
   */
  public @Nullable String temporality() {
    return draft.temporality;
  }
}
