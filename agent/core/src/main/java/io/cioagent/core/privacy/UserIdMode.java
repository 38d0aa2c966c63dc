package io.cioagent.core.privacy;

import org.jspecify.annotations.Nullable;

/** How user ids appear in spans and logs: setting {@code user-id} of the contract. */
public enum UserIdMode {
  /** As they are, but hashed where they look like an e-mail address or a phone number. */
  AUTO("auto"),
  PLAIN("plain"),
  HASH("hash"),
  NONE("none");

  private final String value;

  UserIdMode(String value) {
    this.value = value;
  }

  /** As written in the settings. */
  public String value() {
    return value;
  }

  /**
   * The mode written like this, ignoring case; null when there is none or {@code value} is null.
   */
  public static @Nullable UserIdMode named(String value) {
    for (UserIdMode mode : values()) {
      if (mode.value.equalsIgnoreCase(value)) {
        return mode;
      }
    }
    return null;
  }
}
