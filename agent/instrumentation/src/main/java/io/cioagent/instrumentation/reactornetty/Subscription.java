package io.cioagent.instrumentation.reactornetty;

import io.cioagent.core.call.AnswerBody;
import io.cioagent.core.call.Exchange;
import io.cioagent.instrumentation.LibraryObjects;
import java.util.concurrent.CancellationException;

/** One subscription to a request, and the attempts beneath it. Safe for any thread. */
final class Subscription {
  private final Exchange exchange;
  private final LibraryObjects.Keys<Subscription> keys =
      new LibraryObjects.Keys<>(Subscriptions.BY_OBJECT, this);

  /** Of the next attempt. */
  private Target target;

  /** Whether no attempt is under way: not yet, or the client is about to try again. */
  private boolean between = true;

  /** Of the attempt under way, 0 before the head of its answer. */
  private int status;

  Subscription(Exchange exchange, Target target) {
    this.exchange = exchange;
    this.target = target;
  }

  /** The client's object stands for this until the end. */
  void isKnownBy(Object clientObject) {
    keys.add(clientObject);
  }

  /** A connection is there, and the request is written to it. */
  synchronized void attempt(Target written) {
    target = written;
    between = false;
    status = 0;
    written.attempt(exchange);
  }

  /**
   * The head of an answer.
   *
   * @return what takes the bytes of its body, null where that is of no interest
   */
  synchronized AnswerBody answered(int code) {
    status = code;
    exchange.answered(code);
    return exchange.answerBody();
  }

  /** Redirected, refused for want of credentials, or the connection was a dead one of the pool. */
  synchronized void again(Throwable why, Target next) {
    if (status == 0) {
      exchange.failed(why);
    }
    target = next;
    between = true;
    status = 0;
  }

  /** The application gets this instead of an answer. */
  synchronized void failed(Throwable error) {
    if (between) {
      target.attempt(exchange);
    }
    end(error);
  }

  /**
   * The answer is over, if its head had come; else another event follows.
   *
   * @param error why it is not complete, null also where the application has read enough
   */
  synchronized void afterHead(Throwable error) {
    if (status > 0) {
      end(error);
    }
  }

  private void end(Throwable error) {
    exchange.end(status, error);
    keys.forget();
  }

  /**
   * Does nothing where the head of the answer had come. The keys stay, as the client may be about
   * to try again on another thread.
   */
  synchronized void cancelled() {
    if (status == 0) {
      if (between && !exchange.isUntried()) {
        target.attempt(exchange);
      }
      exchange.end(0, new CancellationException("subscription cancelled"));
    }
  }
}
