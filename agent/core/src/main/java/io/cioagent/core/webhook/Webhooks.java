package io.cioagent.core.webhook;

import io.cioagent.core.tracing.ApplicationTraces;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Recognises reporting webhooks among the requests that the application receives. Safe for any
 * thread.
 */
public final class Webhooks {
  public static final String SIGNATURE_HEADER = "X-CIO-Signature";
  public static final String TIMESTAMP_HEADER = "X-CIO-Timestamp";

  /** What the copies of bodies may take together, whatever is posted here at once. */
  private static final int MOST_BYTES = 8 * 1024 * 1024;

  private final AtomicInteger budget = new AtomicInteger(MOST_BYTES);
  private final WebhookRules rules;
  private final WebhookListener listener;
  private final BiFunction<Runnable, Long, Runnable> later;
  private final ApplicationTraces traces;
  private final ReceivedEvents seen = new ReceivedEvents();

  /**
   * By these rules, for that listener.
   *
   * @param later runs something after so many nanoseconds, and gives what calls it off
   * @param traces what tells of the application's own span around a request
   */
  public Webhooks(
      WebhookRules rules,
      WebhookListener listener,
      BiFunction<Runnable, Long, Runnable> later,
      ApplicationTraces traces) {
    this.rules = rules;
    this.listener = listener;
    this.later = later;
    this.traces = traces;
  }

  /**
   * The test that comes first, before any other look at a request; allocates nothing.
   *
   * @param method the request's method, null is none
   */
  public boolean mayBeSentBy(String method) {
    return "POST".equals(method);
  }

  /**
   * Whether a request without both headers may be a webhook: where it may not, its path need not
   * even be made a text. Allocates nothing.
   */
  public boolean mayBeToldByPath() {
    return rules.havePaths();
  }

  /**
   * A request begins that passed {@link #mayBeSentBy}.
   *
   * @param path the raw path as it came over the wire, query allowed; null where unknown
   * @param signature the value of {@link #SIGNATURE_HEADER}
   * @param timestamp the value of {@link #TIMESTAMP_HEADER}
   * @param contentType the value of {@code Content-Type}
   * @param contentLength how many bytes the body has, -1 where the request does not say
   * @return what to tell of the rest by; null for a request that is no webhook
   */
  public @Nullable WebhookRequest begin(
      String path,
      @Nullable String signature,
      @Nullable String timestamp,
      @Nullable String contentType,
      long contentLength) {
    if ((signature == null || timestamp == null) && !rules.havePath(path)) {
      return null;
    }
    WebhookRequest request =
        new WebhookRequest(this, signature, timestamp, isForm(contentType), contentLength);
    request.begin(later);
    return request;
  }

  /** The body of a campaign's own webhook action may be a form. */
  private static boolean isForm(@Nullable String contentType) {
    if (contentType == null) {
      return false;
    }
    String type = contentType.trim().toLowerCase(Locale.ROOT);
    return type.startsWith("application/x-www-form-urlencoded") || type.startsWith("multipart/");
  }

  AtomicInteger budget() {
    return budget;
  }

  /** Null where signatures are not to be checked. */
  @Nullable SigningKey key() {
    return rules.key();
  }

  WebhookListener listener() {
    return listener;
  }

  ApplicationTraces traces() {
    return traces;
  }

  /** Whether an event comes for the first time. */
  boolean isNew(Event event) {
    return event.id() == null || seen.add(event.id());
  }
}
