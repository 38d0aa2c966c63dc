package io.cioagent.core.webhook;

import java.util.Locale;

/** Why a webhook failed; where several apply, the first of these. */
public enum ErrorReason {
  MISSING_SIGNATURE("a signature header is missing"),
  INVALID_SIGNATURE("the signature does not match the signing key"),

  /** No answer within Customer.io's patience. */
  TOO_SLOW("no response within 4 s"),

  /** Not JSON, or no object of it. */
  MALFORMED("the body is not a JSON object"),

  /** The receiver threw, or answered with 4xx or 5xx. */
  HANDLER_ERROR("the receiver failed");

  private final String words;
  private final String label = name().toLowerCase(Locale.ROOT);

  ErrorReason(String words) {
    this.words = words;
  }

  /** Whether the body proves nothing. */
  boolean isForgery() {
    return this == MISSING_SIGNATURE || this == INVALID_SIGNATURE;
  }

  public String label() {
    return label;
  }

  /** For people. */
  String words() {
    return words;
  }
}
