package io.cioagent.core.webhook;

import io.cioagent.core.base.BodyCopy;
import io.cioagent.core.tracing.TraceParent;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * One webhook as the application's receiver deals with it. Nothing is read on the receiver's
 * behalf; safe for any thread.
 */
public final class WebhookRequest {
  /** More of a body is never kept. */
  static final int MOST_BYTES = 256 * 1024;

  /** Customer.io waits so long for an answer, and then sends the event again. */
  static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(4);

  private static final int OK = 200;
  private static final int FIRST_REDIRECT = 300;

  private final Webhooks webhooks;
  private final @Nullable String signature;
  private final @Nullable String timestamp;
  private final boolean mayBeForm;
  private final long contentLength;
  private final long startNanos = System.nanoTime();
  private final Webhook told = new Webhook(System.currentTimeMillis());
  private final BodyCopy body;

  /** There as soon as the body is longer than what is kept. */
  private SigningKey.@Nullable Check check;

  /** Calls off what happens when Customer.io's patience is over. */
  private @Nullable Runnable patience;

  /** Whether the application has begun to read. */
  private boolean reads;

  private boolean sawEnd;
  private boolean ended;

  /**
   * @param mayBeForm whether a body that is no JSON is nothing unusual
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

  /** The application has read these bytes of the body, which follow those before. */
  public synchronized void read(byte[] bytes, int offset, int length) {
    begins();
    if (!ended && length > 0) {
      SigningKey.Check begun = checkOnTheWay(length);
      if (begun != null) {
        begun.add(bytes, offset, length);
      }
      body.add(bytes, offset, length);
    }
  }

  /** The application has read this one byte. */
  public synchronized void read(int single) {
    begins();
    if (!ended) {
      SigningKey.Check begun = checkOnTheWay(1);
      if (begun != null) {
        begun.add(new byte[] {(byte) single}, 0, 1);
      }
      body.add(single);
    }
  }

  /** As the other; reads from the position to the limit and leaves both as they are. */
  public synchronized void read(ByteBuffer bytes) {
    begins();
    if (!ended && bytes.hasRemaining()) {
      SigningKey.Check begun = checkOnTheWay(bytes.remaining());
      if (begun != null) {
        begun.add(bytes);
      }
      body.add(bytes);
    }
  }

  /** Tracers that sit on servlets have begun their span by the time that somebody reads. */
  private void begins() {
    if (!reads) {
      reads = true;
      TraceParent parent = webhooks.traces().ofTracer();
      if (parent != null) {
        told.parent = parent;
      } else if (told.parent == null) {
        told.parent = webhooks.traces().current();
      }
    }
  }

  /** A body that is kept whole is checked when all is over, which delays no answer. */
  private SigningKey.@Nullable Check checkOnTheWay(int more) {
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

  private boolean isToBeChecked() {
    return webhooks.key() != null && signature != null && timestamp != null;
  }

  private SigningKey.Check checkOfCopy(SigningKey key, String signedTimestamp) {
    SigningKey.Check begun = key.check(signedTimestamp);
    begun.add(body.bytes(), 0, body.length());
    return begun;
  }

  /** The application has seen the end of the body. */
  public synchronized void readToEnd() {
    begins();
    sawEnd = true;
  }

  /** The answer's status is this; the last one counts. */
  public synchronized void answered(int status) {
    told.status = status;
  }

  /** The receiver threw; what the container makes of it may still be {@link #answered}. */
  public synchronized void failed(Throwable error) {
    told.error = error;
  }

  /** The answer is on its way as a whole, or never will be. Whatever follows is passed over. */
  public void end() {
    synchronized (this) {
      if (ended) {
        return;
      }
      ended = true;
      told.durationNanos = System.nanoTime() - startNanos;
    }
    if (patience != null) {
      patience.run();
    }
    boolean counts = assess(told.durationNanos);
    synchronized (this) {
      body.release();
    }
    if (counts) {
      told.repeated = told.event != null && !webhooks.isNew(told.event);
      webhooks.listener().ended(told);
    }
  }

  /** Nobody answers for so long that Customer.io has given up. */
  private void patienceIsOver() {
    ErrorReason reason;
    synchronized (this) {
      if (ended || !assess(PATIENCE_NANOS + 1)) {
        return;
      }
      told.reasonTold = true;
      // It may never end.
      body.release();
      reason = told.reason;
    }
    if (reason != null) {
      webhooks.listener().failedEarly(reason);
    }
  }

  /** To be called once, at its beginning. */
  void begin(BiFunction<Runnable, Long, Runnable> later) {
    told.parent = webhooks.traces().current();
    patience = later.apply(this::patienceIsOver, PATIENCE_NANOS);
  }

  /**
   * Finds out what it is and whether it failed, as far as that can be known now.
   *
   * @return false where it is no reporting webhook after all
   */
  private synchronized boolean assess(long durationNanos) {
    Event event = null;
    ErrorReason ofBody = null;
    if (body.length() > 0) {
      try {
        Event read = EventParser.parse(body, body.isCut() || !isWhole());
        if (read.isReport()) {
          event = read;
        } else if (read.isWhole()) {
          // What a campaign's own webhook action posts bears the same headers, signed by a key that
          // nobody gets.
          return false;
        }
      } catch (IOException e) {
        if (mayBeForm) {
          return false;
        }
        ofBody = ErrorReason.MALFORMED;
      }
    }
    Boolean proven = isProven();
    told.event = Boolean.TRUE.equals(proven) ? event : null;
    if (proven == null) {
      ofBody = null;
    } else if (!proven) {
      ofBody = isToBeChecked() ? ErrorReason.INVALID_SIGNATURE : ErrorReason.MISSING_SIGNATURE;
    }
    if (!told.reasonTold) {
      told.reason = first(ofBody, durationNanos);
    }
    return true;
  }

  private @Nullable ErrorReason first(@Nullable ErrorReason ofBody, long durationNanos) {
    if (ofBody != null && ofBody.isForgery()) {
      return ofBody;
    }
    if (durationNanos > PATIENCE_NANOS) {
      return ErrorReason.TOO_SLOW;
    }
    if (ofBody != null) {
      return ofBody;
    }
    // Customer.io takes anything but a 2xx for a failure, a redirect to a login page as well.
    return told.error != null || told.status < OK || told.status >= FIRST_REDIRECT
        ? ErrorReason.HANDLER_ERROR
        : null;
  }

  /** Null where the receiver did not read enough to tell. */
  private @Nullable Boolean isProven() {
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
    return isWhole() ? Boolean.FALSE : null;
  }

  private boolean isWhole() {
    return sawEnd || (contentLength >= 0 && body.total() >= contentLength);
  }
}
