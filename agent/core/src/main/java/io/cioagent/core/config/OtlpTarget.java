package io.cioagent.core.config;

import java.net.URI;
import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The OTLP endpoint of one signal and how to connect to it. Immutable. */
public final class OtlpTarget {
  private final Draft draft;

  OtlpTarget(Draft draft) {
    this.draft = draft;
  }

  /** The values while they are read; not changed once {@link OtlpTarget} holds them. */
  // The reader sets every field that is never null.
  @SuppressWarnings("NullAway.Init")
  static final class Draft {
    URI endpoint;
    Map<String, String> headers;
    long timeoutMillis;
    boolean gzip;
    byte @Nullable [] certificates;
    byte @Nullable [] clientKey;
    byte @Nullable [] clientCertificates;
  }

  /** An {@code http} or {@code https} URL with a host and the full path. */
  public URI endpoint() {
    return draft.endpoint;
  }

  /** May contain secrets. */
  public Map<String, String> headers() {
    return Collections.unmodifiableMap(draft.headers);
  }

  /** The maximum time for one export including retries, above 0. */
  public long timeoutMillis() {
    return draft.timeoutMillis;
  }

  public boolean gzip() {
    return draft.gzip;
  }

  /** Trusted certificates in PEM; null to use the JVM's. */
  public byte @Nullable [] certificates() {
    return copy(draft.certificates);
  }

  /** The client's key in PEM; null without client authentication. */
  public byte @Nullable [] clientKey() {
    return copy(draft.clientKey);
  }

  /** The client's certificates in PEM; null if and only if {@link #clientKey()} is null. */
  public byte @Nullable [] clientCertificates() {
    return copy(draft.clientCertificates);
  }

  private static byte @Nullable [] copy(byte @Nullable [] bytes) {
    return bytes == null ? null : bytes.clone();
  }
}
