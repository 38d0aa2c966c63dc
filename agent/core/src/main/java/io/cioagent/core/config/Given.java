package io.cioagent.core.config;

/** A value as somebody wrote it, and where. */
final class Given {
  final String value;

  /** Source and key, as in {@code system property customerio.agent.hosts}. */
  final String place;

  /** The setting's name alone, which tells whether the value is a secret. */
  final String key;

  /** Whether it is but a part of what was written. */
  final boolean isPiece;

  Given(String key, String place, String value) {
    this(key, place, value, false);
  }

  private Given(String key, String place, String value, boolean isPiece) {
    this.isPiece = isPiece;
    this.key = key;
    this.place = place;
    this.value = value;
  }

  /** The same for a part of the value. */
  Given piece(String part) {
    return new Given(key, place, part, true);
  }
}
