package io.cioagent.it.apps.brave;

import brave.Span;
import brave.Tracer;
import brave.Tracing;
import brave.propagation.TraceContext;
import brave.sampler.Sampler;
import io.cioagent.it.apps.Wire;
import io.cioagent.it.apps.customerio.CustomerIoClient;
import java.io.IOException;
import java.util.Collections;

/**
 * A service that has Brave. What it does within a span is answered by the ids of that, separated by
 * a blank; spans are given up at the end, so that nothing is reported.
 */
public final class BraveUses {

  private final String base;
  private Tracing kept;

  public BraveUses(String base) {
    this.base = base;
  }

  /** A tracer whose trace ids have so many bits. */
  public String within(String bits) {
    return withClosed(Tracing.newBuilder().traceId128Bit(bits.equals("128")).build());
  }

  /** A tracer that records nothing. */
  public String unsampled(String userId) {
    return withClosed(Tracing.newBuilder().sampler(Sampler.NEVER_SAMPLE).build());
  }

  /** A tracer that keeps what is current in its own way. */
  public String withOwnContext(String userId) {
    return withClosed(Tracing.newBuilder().currentTraceContext(new OwnContext()).build());
  }

  /** Two tracers at once, of which the second has a span. */
  public String besideAnother(String userId) {
    Tracing idle = Tracing.newBuilder().currentTraceContext(new OwnContext()).build();
    try {
      return withOwnContext(userId);
    } finally {
      idle.close();
    }
  }

  /** A request without any client method. */
  public String bare(String userId) throws IOException {
    Tracing tracing = Tracing.newBuilder().traceId128Bit(true).build();
    Span span = tracing.tracer().newTrace();
    Tracer.SpanInScope scope = tracing.tracer().withSpanInScope(span);
    try {
      Wire.call("PUT", base + "/api/v1/customers/" + userId);
      return ids(span.context());
    } finally {
      scope.close();
      span.abandon();
      tracing.close();
    }
  }

  /** The tracer is closed while a scope is open still. */
  public String afterClose(String userId) {
    Tracing tracing = Tracing.newBuilder().build();
    Span span = tracing.tracer().newTrace();
    Tracer.SpanInScope scope = tracing.tracer().withSpanInScope(span);
    tracing.close();
    try {
      identify(userId);
      return ids(span.context());
    } finally {
      scope.close();
    }
  }

  /** No span, or not any more. */
  public String outside(String userId) {
    withClosed(Tracing.newBuilder().build(), () -> {});
    identify(userId);
    return "no ids";
  }

  /** Always the same tracer, made by the first of these calls. */
  public String withKept(String userId) {
    if (kept == null) {
      kept = Tracing.newBuilder().build();
    }
    return with(kept, () -> identify(userId));
  }

  private String withClosed(Tracing tracing) {
    return withClosed(tracing, () -> identify("5"));
  }

  private static String withClosed(Tracing tracing, Runnable work) {
    try {
      return with(tracing, work);
    } finally {
      tracing.close();
    }
  }

  private static String with(Tracing tracing, Runnable work) {
    Span span = tracing.tracer().newTrace();
    Tracer.SpanInScope scope = tracing.tracer().withSpanInScope(span);
    try {
      work.run();
      return ids(span.context());
    } finally {
      scope.close();
      span.abandon();
    }
  }

  private void identify(String userId) {
    new CustomerIoClient(base).identify(userId, Collections.emptyMap());
  }

  private static String ids(TraceContext span) {
    return span.traceIdString() + " " + String.format("%016x", span.spanId());
  }
}
