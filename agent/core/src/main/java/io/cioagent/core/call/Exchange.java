package io.cioagent.core.call;

import io.cioagent.core.operation.KnownHost;
import io.cioagent.core.tracing.TraceParent;
import org.jspecify.annotations.Nullable;

/**
 * One request as the application made it of an HTTP library: one attempt on the wire, or several
 * where the library follows a redirect or retries on its own. Safe for any thread.
 */
public final class Exchange {
  private final Calls calls;
  private final long startNanos = System.nanoTime();
  private @Nullable Call call;
  private final boolean ownCall;
  private final @Nullable TraceParent handedOverBy;
  private final @Nullable TraceParent parent;
  private final boolean ledIn;
  private boolean began;
  private boolean tried;
  private boolean ended;
  private @Nullable Attempt open;

  /** Which request this is; see {@link Attempts#key}. */
  private int key;

  /** How often it was sent, including by exchanges before. */
  private int sent;

  /**
   * The number of the open attempt's outcome, see {@link Attempts#known}; 0 before there is one.
   */
  private int verdict;

  private boolean verdictIsSuccess;

  /** Why the open attempt failed, as far as is known before it is over. */
  private @Nullable Throwable failure;

  private @Nullable AnswerBody answerBody;

  /** When the open attempt was answered or failed; 0 before. */
  private long answeredNanos;

  /**
   * @param call the observed client method that makes this request, null where there is none: then
   *     the request is an operation of its own
   * @param handedOverBy the span of a call that is over and has handed over what makes such a
   *     request, null for none
   * @param parent the application's span that such an operation belongs beneath, null for none
   * @param ledIn whether a redirect from another host leads to this request
   */
  Exchange(
      Calls calls,
      @Nullable Call call,
      @Nullable TraceParent handedOverBy,
      @Nullable TraceParent parent,
      boolean ledIn) {
    this.calls = calls;
    this.call = call;
    this.ownCall = call == null;
    this.handedOverBy = handedOverBy;
    this.parent = parent;
    this.ledIn = ledIn;
  }

  /** An exchange that is not reported to any listener. */
  static Exchange unobserved(Calls calls) {
    Exchange exchange = new Exchange(calls, null, null, null, false);
    exchange.ended = true;
    return exchange;
  }

  /**
   * The request is on its way: the operation above waits for its end. Implied by {@link #attempt}.
   */
  public synchronized void begin() {
    if (!began && !ended && call != null) {
      began = true;
      call.exchangeStarted();
    }
  }

  /**
   * An exchange on the wire begins; what was open before it is over.
   *
   * @param method the request's method
   * @param scheme {@code http} or {@code https}
   * @param host the host; if unknown, not one of Customer.io's
   * @param port the port, -1 for the scheme's own
   * @param rawPath the path as it goes over the wire, query allowed, null or empty for none
   */
  public void attempt(
      String method, String scheme, @Nullable String host, int port, @Nullable String rawPath) {
    Attempt before;
    Attempt begun = null;
    Call newCall = null;
    synchronized (this) {
      if (ended) {
        return;
      }
      // A library that retries may pause first; the attempt was over before.
      before = closeOpen(0, failure, answeredNanos == 0 ? System.nanoTime() : answeredNanos);
      verdict = 0;
      // The first attempt began with the connection, not only when its request was written.
      long opened = tried ? System.nanoTime() : startNanos;
      tried = true;
      KnownHost known = calls.hosts().find(host, port);
      if (known != null) {
        Request request = calls.request(method, scheme, known, port, rawPath);
        Call call = this.call;
        if (call == null) {
          call = calls.ofExchange(request.route(), startNanos, handedOverBy, parent);
          this.call = call;
          newCall = call;
        }
        begin();
        if (sent == 0) {
          key = Attempts.key(method, rawPath);
          sent = call.attemptsMade().sent(key);
        }
        begun = call.newAttempt(request, sent++, opened);
        open = begun;
      } else if (call != null) {
        // A redirect led away from Customer.io: not counted, and the host is no label.
        call.attemptsMade().began(method, false);
      }
    }
    report(before);
    if (newCall != null) {
      calls.started(newCall);
    }
    if (begun != null) {
      calls.listener().started(begun);
    }
  }

  /** Whether the application sent the request to another host, which redirected it here. */
  public boolean isLedIn() {
    return ledIn;
  }

  /**
   * The attempt of an exchange that {@link #isLedIn} is over, and the exchange with it: what the
   * library does next may be for another host. Does nothing for any other exchange.
   *
   * @param error why the library got no answer, if it failed
   */
  public void endIfLedIn(@Nullable Throwable error) {
    if (ledIn) {
      end(0, error);
    }
  }

  /** Whether nothing has gone over the wire yet. */
  public synchronized boolean isUntried() {
    return !tried;
  }

  /** Whether an exchange on the wire has begun and not ended. */
  public synchronized boolean isOpen() {
    return open != null;
  }

  /** The status line of the open attempt arrived; an interim answer (1xx) is none. */
  public synchronized void answered(int status) {
    if (open != null && status >= 200) {
      answer(open, status);
      answeredNanos = System.nanoTime();
      know(open.call(), ErrorType.ofOutcome(status) == null);
    }
  }

  private void answer(Attempt attempt, int status) {
    attempt.answered(status);
    expectAnswer(attempt);
    if (ErrorType.mayLoseRequest(status)) {
      attempt.call().attemptsMade().redirected(attempt.request().method(), status);
    }
  }

  /**
   * Takes what the application reads of the answer's body; available when the status is known, and
   * after the {@link #end} too. The bytes may still be compressed by gzip.
   *
   * @return null where the body is not needed, as for nearly all answers
   */
  public synchronized @Nullable AnswerBody answerBody() {
    return answerBody;
  }

  private void expectAnswer(Attempt attempt) {
    answerBody =
        attempt.request().route().operation().sendsMessage()
                && ErrorType.ofOutcome(attempt.status()) == null
            ? new AnswerBody(attempt.call())
            : null;
  }

  /** The open attempt failed; if the library retries, this is how that attempt ended. */
  public synchronized void failed(Throwable error) {
    if (open != null) {
      failure = error;
      answeredNanos = System.nanoTime();
      know(open.call(), false);
    }
  }

  /**
   * The request is over.
   *
   * @param status the final status, 0 or less where no answer came
   * @param error what the application got instead of an answer, if it failed
   */
  public void end(int status, @Nullable Throwable error) {
    Attempt last;
    Call call;
    long now = System.nanoTime();
    boolean outcome = false;
    synchronized (this) {
      if (ended) {
        return;
      }
      ended = true;
      call = this.call;
      // Objects of the library may keep this exchange until the next collection.
      this.call = null;
      int answer = status <= 0 && open != null ? open.status() : status;
      last = closeOpen(status, error, now);
      if (call != null && began) {
        String errorType = answer > 0 ? ErrorType.ofOutcome(answer) : errorTypeWithoutStatus(error);
        if (errorType == null && error != null) {
          // A good status, and then the body broke off.
          errorType = ErrorType.of(error);
        }
        know(call, errorType == null);
        outcome = call.attemptsMade().ended(verdict, errorType);
      }
    }
    // Before the call, which may end with this exchange.
    report(last);
    if (call == null) {
      // Nothing went over the wire beneath no client method: nothing happened.
      return;
    }
    if (began) {
      call.exchangeEnded(outcome ? error : null, now);
    }
    if (ownCall) {
      call.returned(null, now);
    }
  }

  private void report(@Nullable Attempt over) {
    if (over != null) {
      calls.listener().ended(over);
    }
  }

  private void know(Call of, boolean success) {
    if (verdict == 0 || success != verdictIsSuccess) {
      verdictIsSuccess = success;
      verdict = of.attemptsMade().known(key, sent, success);
    }
  }

  /** The attempt that is over now, still to be reported; null for none. */
  private @Nullable Attempt closeOpen(int status, @Nullable Throwable error, long nanos) {
    Attempt attempt = open;
    if (attempt == null) {
      return null;
    }
    open = null;
    failure = null;
    answeredNanos = 0;
    if (status > 0 && attempt.status() == 0) {
      answer(attempt, status);
    }
    String errorType =
        attempt.status() > 0
            ? ErrorType.ofAttempt(attempt.status())
            : errorTypeWithoutStatus(error);
    if (errorType == null && error != null && !ErrorType.isRedirect(attempt.status())) {
      errorType = ErrorType.of(error);
    }
    attempt.end(errorType, error, nanos);
    return attempt;
  }

  /** Without an exception there was an answer, but none of HTTP: no status line. */
  private static String errorTypeWithoutStatus(@Nullable Throwable error) {
    return error == null ? ErrorType.IO : ErrorType.of(error);
  }
}
