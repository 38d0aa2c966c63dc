package io.cioagent.core.config;

import java.net.URI;
import java.util.Collections;
import java.util.Map;

/** Where and how one signal is pushed by OTLP. Immutable; nothing is null unless it says so. */
public final class OtlpTarget {
  private final Draft draft;

  OtlpTarget(Draft draft) {
    this.draft = draft;
  }

  /** The values while they are read; not changed any more once {@link OtlpTarget} holds it. */
  // The reader sets every field.
  @SuppressWarnings("NullAway.Init")
  static final class Draft {
    URI endpoint;
    Map<String, String> headers;
    long timeoutMillis;
    boolean gzip;
    byte[] certificates;
    byte[] clientKey;
    byte[] clientCertificates;
  }

  /** Scheme {@code http} or {@code https}, a host, and the path to post to. */
  public URI endpoint() {
    return draft.endpoint;
  }

  /** Secrets. */
  public Map<String, String> headers() {
    return Collections.unmodifiableMap(draft.headers);
  }

  /** For one export with all that is tried again, above 0. */
  public long timeoutMillis() {
    return draft.timeoutMillis;
  }

  public boolean gzip() {
    return draft.gzip;
  }

  /** Trusted certificates in PEM; null for those that the JVM trusts. */
  public byte[] certificates() {
    return copy(draft.certificates);
  }

  /** In PEM; null without client authentication. */
  public byte[] clientKey() {
    return copy(draft.clientKey);
  }

  /** In PEM; null exactly where {@link #clientKey()} is. */
  public byte[] clientCertificates() {
    return copy(draft.clientCertificates);
  }

  private static byte[] copy(byte[] bytes) {
    return bytes == null ? null : bytes.clone();
  }
}
