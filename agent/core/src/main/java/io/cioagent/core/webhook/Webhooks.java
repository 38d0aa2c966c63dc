package io.cioagent.core.webhook;

/**
 * Recognises reporting webhooks among the requests that the application receives. Safe for any
 * thread.
 */
public final class Webhooks {
  public static final String SIGNATURE_HEADER = "X-CIO-Signature";
  public static final String TIMESTAMP_HEADER = "X-CIO-Timestamp";

  /**
   * The test that comes first, before any other look at a request; allocates nothing.
   *
   * @param method the request's method, null is none
   */
  public boolean mayBeSentBy(String method) {
    return "POST".equals(method);
  }

  /**
   * A request begins that passed {@link #mayBeSentBy}.
   *
   * @param path the raw path as it came over the wire, query allowed; null where unknown
   * @param signature the value of {@link #SIGNATURE_HEADER}, null for none
   * @param timestamp the value of {@link #TIMESTAMP_HEADER}, null for none
   * @param contentType the value of {@code Content-Type}, null for none
   * @param contentLength how many bytes the body has, -1 where the request does not say
   * @return what to tell of the rest by; null for a request that is no webhook
   */
  public WebhookRequest begin(
      String path, String signature, String timestamp, String contentType, long contentLength) {
    return signature != null && timestamp != null ? new WebhookRequest(contentLength) : null;
  }
}
