package io.cioagent.core.privacy;

import org.jspecify.annotations.Nullable;

/** The form of user ids in spans and logs: setting {@code user-id} of the contract. */
public enum UserIdMode {
  /** Unchanged, but hashed if they look like an email address or a phone number. */
  AUTO("auto"),
  PLAIN("plain"),
  HASH("hash"),
  NONE("none");

  private final String value;

  UserIdMode(String value) {
    this.value = value;
  }

  /** The name in the settings. */
  public String value() {
    return value;
  }

  /** The mode of this name, ignoring case; null if there is none or {@code value} is null. */
  public static @Nullable UserIdMode named(String value) {
    for (UserIdMode mode : values()) {
      if (mode.value.equalsIgnoreCase(value)) {
        return mode;
      }
    }
    return null;
  }
}
