package io.cioagent.core.webhook;

import java.util.Locale;

/** Why a webhook failed; if several reasons apply, the first one here. */
public enum ErrorReason {
  MISSING_SIGNATURE("a signature header is missing"),
  INVALID_SIGNATURE("the signature does not match the signing key"),

  /** No response within Customer.io's timeout. */
  TOO_SLOW("no response within 4 s"),

  /** The body is not a JSON object. */
  MALFORMED("the body is not a JSON object"),

  /** The receiver threw an exception, or the response status was not 2xx. */
  HANDLER_ERROR("the receiver failed");

  private final String words;
  private final String label = name().toLowerCase(Locale.ROOT);

  ErrorReason(String words) {
    this.words = words;
  }

  /** Whether the webhook may not be from Customer.io. */
  boolean isForgery() {
    return this == MISSING_SIGNATURE || this == INVALID_SIGNATURE;
  }

  public String label() {
    return label;
  }

  /** The reason as text for people. */
  String words() {
    return words;
  }
}
