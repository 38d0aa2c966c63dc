package io.cioagent.core.event;

import io.opentelemetry.api.common.AttributeKey;

/** Names that spans and log records share, beside those of {@link HttpAttributes}. */
public final class SpanAttributes {
  public static final AttributeKey<String> OPERATION =
      AttributeKey.stringKey("customerio.operation");
  public static final AttributeKey<String> APPLICATION =
      AttributeKey.stringKey("customerio.application");
  public static final AttributeKey<String> USER_ID = AttributeKey.stringKey("customerio.user.id");
  public static final AttributeKey<String> EVENT_TYPE =
      AttributeKey.stringKey("customerio.event_type");
  public static final AttributeKey<String> EXCEPTION_MESSAGE =
      AttributeKey.stringKey("exception.message");
  public static final AttributeKey<String> EXCEPTION_STACKTRACE =
      AttributeKey.stringKey("exception.stacktrace");

  private SpanAttributes() {}
}
