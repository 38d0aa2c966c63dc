package io.cioagent.core.config;

/** A setting's value as it is written, with its source. */
final class RawValue {
  final String value;

  /** The source and key, such as {@code system property customerio.agent.hosts}. */
  final String source;

  /** The setting's name alone, which determines whether the value is secret. */
  final String key;

  /** Whether it is only a part of the value. */
  final boolean isPart;

  RawValue(String key, String source, String value) {
    this(key, source, value, false);
  }

  private RawValue(String key, String source, String value, boolean isPart) {
    this.isPart = isPart;
    this.key = key;
    this.source = source;
    this.value = value;
  }

  /** A part of this value, with the same source. */
  RawValue part(String value) {
    return new RawValue(key, source, value, true);
  }
}
