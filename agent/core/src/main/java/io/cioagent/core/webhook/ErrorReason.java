package io.cioagent.core.webhook;

import java.util.Locale;

/** Why a webhook failed; where several apply, the first of these. */
public enum ErrorReason {
  MISSING_SIGNATURE,
  INVALID_SIGNATURE,

  /** No answer within Customer.io's patience. */
  TOO_SLOW,

  /** Not JSON, or no object of it. */
  MALFORMED,

  /** The receiver threw, or answered with 4xx or 5xx. */
  HANDLER_ERROR;

  private final String label = name().toLowerCase(Locale.ROOT);

  /** Whether the body proves nothing. */
  boolean isForgery() {
    return this == MISSING_SIGNATURE || this == INVALID_SIGNATURE;
  }

  public String label() {
    return label;
  }
}
