package io.cioagent.core.webhook;

import io.cioagent.core.base.BodyCopy;
import io.cioagent.core.base.WebApplicationName;
import io.cioagent.core.tracing.TraceParent;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A webhook request while the application's receiver handles it. Never reads the body on behalf of
 * the receiver. Safe for any thread.
 */
public final class WebhookRequest {
  /** The maximum number of body bytes that are kept. */
  static final int MOST_BYTES = 256 * 1024;

  /** Customer.io's timeout for a response, after which it sends the event again. */
  static final long TIMEOUT_NANOS = TimeUnit.SECONDS.toNanos(4);

  /**
   * Undertow answers a request to upgrade to HTTP/2 with it, and passes the request on a second
   * time.
   */
  private static final int SWITCHING_PROTOCOLS = 101;

  private static final int OK = 200;
  private static final int FIRST_REDIRECT = 300;

  private final Webhooks webhooks;
  private final @Nullable String signature;
  private final @Nullable String timestamp;
  private final boolean mayBeForm;
  private final long contentLength;
  private final long startNanos = System.nanoTime();
  private final Webhook webhook = new Webhook(System.currentTimeMillis());
  private final BodyCopy body;

  /** Present once the body exceeds the bytes that are kept. */
  private SigningKey.@Nullable Check check;

  /** Cancels the task that runs when Customer.io's timeout expires. */
  private @Nullable Runnable timeoutCancellation;

  /** Whether the application has started to read. */
  private boolean readStarted;

  private boolean endReached;
  private boolean ended;

  /**
   * @param mayBeForm whether the body may be a form instead of JSON
   */
  WebhookRequest(
      Webhooks webhooks,
      @Nullable String signature,
      @Nullable String timestamp,
      boolean mayBeForm,
      long contentLength) {
    this.webhooks = webhooks;
    this.signature = signature;
    this.timestamp = timestamp;
    this.mayBeForm = mayBeForm;
    this.contentLength = contentLength;
    body = new BodyCopy(MOST_BYTES, contentLength, webhooks.budget());
  }

  /** The application has read the next bytes of the body. */
  public synchronized void read(byte[] bytes, int offset, int length) {
    startReading();
    if (!ended && length > 0) {
      SigningKey.Check streamed = checkOfStream(length);
      if (streamed != null) {
        streamed.add(bytes, offset, length);
      }
      body.add(bytes, offset, length);
    }
  }

  /** The application has read the next byte of the body. */
  public synchronized void read(int single) {
    startReading();
    if (!ended) {
      SigningKey.Check streamed = checkOfStream(1);
      if (streamed != null) {
        streamed.add(new byte[] {(byte) single}, 0, 1);
      }
      body.add(single);
    }
  }

  /** The application has read the bytes from the position to the limit. Changes neither. */
  public synchronized void read(ByteBuffer bytes) {
    startReading();
    if (!ended && bytes.hasRemaining()) {
      SigningKey.Check streamed = checkOfStream(bytes.remaining());
      if (streamed != null) {
        streamed.add(bytes);
      }
      body.add(bytes);
    }
  }

  /**
   * Before the first read, tracers that instrument servlets have started their span, and the server
   * has set the class loader of the web application.
   */
  private void startReading() {
    if (!readStarted) {
      readStarted = true;
      webhook.application = WebApplicationName.current();
      TraceParent parent = webhooks.traces().ofTracer();
      if (parent != null) {
        webhook.parent = parent;
      } else if (webhook.parent == null) {
        webhook.parent = webhooks.traces().current();
      }
    }
  }

  /** A body that is kept completely is checked at the end, which does not delay the response. */
  private SigningKey.@Nullable Check checkOfStream(int more) {
    SigningKey key = webhooks.key();
    if (check == null
        && key != null
        && signature != null
        && timestamp != null
        && !body.keeps(more)) {
      check = checkOfCopy(key, timestamp);
    }
    return check;
  }

  private boolean isVerifiable() {
    return webhooks.key() != null && signature != null && timestamp != null;
  }

  private SigningKey.Check checkOfCopy(SigningKey key, String signedTimestamp) {
    SigningKey.Check started = key.check(signedTimestamp);
    started.add(body.bytes(), 0, body.length());
    return started;
  }

  /** The application has reached the end of the body. */
  public synchronized void readToEnd() {
    startReading();
    endReached = true;
  }

  /** Sets the response status; the last one counts. */
  public synchronized void answered(int status) {
    webhook.status = status;
  }

  /** The receiver threw an exception; the container may still send a response. */
  public synchronized void failed(Throwable error) {
    webhook.error = error;
  }

  /** The response is complete, or there will be none. Later events are ignored. */
  public void end() {
    synchronized (this) {
      if (ended) {
        return;
      }
      ended = true;
      webhook.durationNanos = System.nanoTime() - startNanos;
    }
    if (timeoutCancellation != null) {
      timeoutCancellation.run();
    }
    boolean counts = webhook.status != SWITCHING_PROTOCOLS && assess(webhook.durationNanos);
    synchronized (this) {
      body.release();
    }
    if (counts) {
      webhook.repeated = webhook.event != null && !webhooks.isNew(webhook.event);
      webhooks.listener().ended(webhook);
    }
  }

  /** Customer.io's timeout has expired without a response. */
  private void timedOut() {
    ErrorReason reason;
    synchronized (this) {
      if (ended || !assess(TIMEOUT_NANOS + 1)) {
        return;
      }
      webhook.errorReported = true;
      // The request may never end.
      body.release();
      reason = webhook.reason;
    }
    if (reason != null) {
      webhooks.listener().failedEarly(reason);
    }
  }

  /** Must be called once, at the start. */
  void begin(BiFunction<Runnable, Long, Runnable> later) {
    webhook.parent = webhooks.traces().current();
    timeoutCancellation = later.apply(this::timedOut, TIMEOUT_NANOS);
  }

  /**
   * Determines the event and whether it failed, as far as known so far.
   *
   * @return false if it is not a reporting webhook
   */
  private synchronized boolean assess(long durationNanos) {
    Event event = null;
    ErrorReason ofBody = null;
    if (body.length() > 0) {
      try {
        Event read = EventParser.parse(body, body.isCut() || !isComplete());
        if (read.isReport()) {
          event = read;
        } else if (read.isComplete()) {
          // Webhook actions of campaigns have the same headers, signed with a key that is not
          // available to customers.
          return false;
        }
      } catch (IOException e) {
        if (mayBeForm) {
          return false;
        }
        ofBody = ErrorReason.MALFORMED;
      }
    }
    Boolean verified = isVerified();
    webhook.event = Boolean.TRUE.equals(verified) ? event : null;
    if (verified == null) {
      ofBody = null;
    } else if (!verified) {
      ofBody = isVerifiable() ? ErrorReason.INVALID_SIGNATURE : ErrorReason.MISSING_SIGNATURE;
    }
    if (!webhook.errorReported) {
      webhook.reason = first(ofBody, durationNanos);
    }
    return true;
  }

  private @Nullable ErrorReason first(@Nullable ErrorReason ofBody, long durationNanos) {
    if (ofBody != null && ofBody.isForgery()) {
      return ofBody;
    }
    if (durationNanos > TIMEOUT_NANOS) {
      return ErrorReason.TOO_SLOW;
    }
    if (ofBody != null) {
      return ofBody;
    }
    // Customer.io treats any status but 2xx as a failure, including a redirect to a login page.
    return webhook.error != null || webhook.status < OK || webhook.status >= FIRST_REDIRECT
        ? ErrorReason.HANDLER_ERROR
        : null;
  }

  /** Null if the receiver did not read enough of the body. */
  private @Nullable Boolean isVerified() {
    SigningKey key = webhooks.key();
    if (key == null) {
      return Boolean.TRUE;
    }
    if (signature == null || timestamp == null) {
      return Boolean.FALSE;
    }
    if (check != null && !ended) {
      return null;
    }
    if ((check == null ? checkOfCopy(key, timestamp) : check).matches(signature)) {
      return Boolean.TRUE;
    }
    return isComplete() ? Boolean.FALSE : null;
  }

  private boolean isComplete() {
    return endReached || (contentLength >= 0 && body.total() >= contentLength);
  }
}
