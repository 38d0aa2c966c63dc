package io.cioagent.core.webhook;

import io.cioagent.core.tracing.ApplicationTraces;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Recognizes reporting webhooks among the requests that the application receives. Safe for any
 * thread.
 */
public final class Webhooks {
  public static final String SIGNATURE_HEADER = "X-CIO-Signature";
  public static final String TIMESTAMP_HEADER = "X-CIO-Timestamp";

  /** The limit for all body copies together, however many requests arrive. */
  private static final int MOST_BYTES = 8 * 1024 * 1024;

  private final AtomicInteger budget = new AtomicInteger(MOST_BYTES);
  private final WebhookRules rules;
  private final WebhookListener listener;
  private final BiFunction<Runnable, Long, Runnable> later;
  private final ApplicationTraces traces;
  private final ReceivedEvents receivedEvents = new ReceivedEvents();

  /**
   * Creates an instance with its rules and listener.
   *
   * @param later schedules a task after a number of nanoseconds and returns its cancellation
   * @param traces the source of the application's own span around a request
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
   * The first test of every request. Allocates nothing.
   *
   * @param method the request's method, if it is known
   */
  public boolean mayBeSentBy(@Nullable String method) {
    return "POST".equals(method);
  }

  /**
   * Whether a request without both headers may be a webhook. If not, its path need not be converted
   * to text. Allocates nothing.
   */
  public boolean mayMatchByPath() {
    return rules.hasPaths();
  }

  /**
   * Starts a request that passed {@link #mayBeSentBy}.
   *
   * @param path the raw path of the request, possibly with a query; null if unknown
   * @param signature the value of {@link #SIGNATURE_HEADER}, null for none
   * @param timestamp the value of {@link #TIMESTAMP_HEADER}, null for none
   * @param contentType the value of {@code Content-Type}, null for none
   * @param contentLength the number of bytes of the body; -1 if unknown
   * @return receives the events of the request; null if it is not a webhook
   */
  public @Nullable WebhookRequest begin(
      String path,
      @Nullable String signature,
      @Nullable String timestamp,
      @Nullable String contentType,
      long contentLength) {
    if ((signature == null || timestamp == null) && !rules.matchesPath(path)) {
      return null;
    }
    WebhookRequest request =
        new WebhookRequest(this, signature, timestamp, isForm(contentType), contentLength);
    request.begin(later);
    return request;
  }

  /** The body of a campaign's webhook action may be a form. */
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

  /** Null if signatures are not checked. */
  @Nullable SigningKey key() {
    return rules.key();
  }

  WebhookListener listener() {
    return listener;
  }

  ApplicationTraces traces() {
    return traces;
  }

  /** Whether an event is received for the first time. */
  boolean isNew(Event event) {
    return event.id() == null || receivedEvents.add(event.id());
  }
}
