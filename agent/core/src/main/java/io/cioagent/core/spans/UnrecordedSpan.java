package io.cioagent.core.spans;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/** A span of which nothing is kept but its ids. */
final class UnrecordedSpan implements OpenSpan {
  private final Context context;

  UnrecordedSpan(Context context) {
    this.context = context;
  }

  @Override
  public void setAttribute(AttributeKey<String> key, @Nullable String value) {}

  @Override
  public void setAttribute(AttributeKey<Long> key, long value) {}

  @Override
  public void addEvent(String name, Attributes attributes) {}

  @Override
  public void succeed() {}

  @Override
  public void fail(String description) {}

  @Override
  public void end(long epochNanos) {}

  @Override
  public Context context() {
    return context;
  }
}
