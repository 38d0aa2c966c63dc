package io.cioagent.core.event;

import io.opentelemetry.api.common.AttributeKey;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** The attributes of OpenTelemetry's HTTP client conventions that spans and metrics share. */
public final class HttpAttributes {
  public static final AttributeKey<String> METHOD = AttributeKey.stringKey("http.request.method");
  public static final AttributeKey<String> SERVER_ADDRESS =
      AttributeKey.stringKey("server.address");
  public static final AttributeKey<Long> SERVER_PORT = AttributeKey.longKey("server.port");
  public static final AttributeKey<String> URL_TEMPLATE = AttributeKey.stringKey("url.template");
  public static final AttributeKey<Long> STATUS_CODE =
      AttributeKey.longKey("http.response.status_code");
  public static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey("error.type");
  public static final AttributeKey<String> URL_FULL = AttributeKey.stringKey("url.full");
  public static final AttributeKey<Long> RESEND_COUNT =
      AttributeKey.longKey("http.request.resend_count");

  private static final Set<String> KNOWN_METHODS =
      new HashSet<>(
          Arrays.asList(
              "GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "CONNECT"));

  private HttpAttributes() {}

  /** The method, or {@code _OTHER} for one the conventions do not know, null included. */
  public static String knownMethod(String method) {
    return KNOWN_METHODS.contains(method) ? method : "_OTHER";
  }
}
