package io.cioagent.instrumentation.jettyclient;

import io.cioagent.core.observe.Exchange;
import io.cioagent.core.observe.Observer;
import java.io.IOException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Deque;
import java.util.concurrent.CancellationException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;

/** An exchange is complete: with it the conversation, unless the client itself takes the answer. */
public final class CompleteAdapter extends JettyAdapter {
  private static final String JETTY = "org.eclipse.jetty.";
  private static final String VERDICT = JETTY + "client.HttpResponseException";
  private static final String NO_HTTP = "HTTP protocol violation: bad response";

  public CompleteAdapter(Observer observer) {
    super(observer);
  }

  /** The result comes last: after all listeners until Jetty 11, alone since. */
  @Override
  public Object enter(Object notifier, Object listenersOrResult, Object resultOrNull) {
    Object result = resultOrNull == null ? listenersOrResult : resultOrNull;
    Object request = Jetty.requestOfResult(result);
    Object conversation = Jetty.conversationOfRequest(request);
    Exchange exchange = conversation == null ? null : Conversations.open(observer(), conversation);
    if (exchange == null) {
      return null;
    }
    Object response = Jetty.responseOfResult(result);
    int status = response == null ? 0 : Jetty.status(response);
    Throwable failure = Jetty.failure(result);
    if (Conversations.OVERRIDDEN.get(conversation) == null) {
      Conversations.OPEN.remove(conversation);
      end(exchange, conversation, request, status, failure);
    } else {
      // Also where it failed: Jetty 12 aborts what it is about to send again.
      exchange.answered(status);
    }
    return null;
  }

  private static void end(
      Exchange exchange, Object conversation, Object request, int status, Throwable failure) {
    Deque<?> exchanges = Jetty.exchanges(conversation);
    Throwable error = failure;
    if (isOfApplication(
        failure, Jetty.abortCause(Jetty.requestOfExchange(exchanges.peekFirst())))) {
      error = new CancellationException();
      error.initCause(failure);
    }
    if (Conversations.WITHOUT_CONNECTION.remove(exchanges.peekLast()) != null
        && isOfConnection(failure)) {
      Conversations.attempt(exchange, request);
    }
    if (failure == null || (status >= 200 && !isUnreadable(failure))) {
      exchange.end(status, status >= 300 && isVerdict(failure) ? null : error);
    } else {
      // An interim status is no answer.
      exchange.end(0, error);
    }
  }

  /** Whether the client did not like a whole answer: too many redirects, or no challenge. */
  private static boolean isVerdict(Throwable failure) {
    return failure != null && failure.getClass().getName().equals(VERDICT);
  }

  /** Whether what came was not HTTP: then the client makes up a status. */
  private static boolean isUnreadable(Throwable failure) {
    return isVerdict(failure)
        && failure.getMessage() != null
        && failure.getMessage().startsWith(NO_HTTP);
  }

  /** Whether the application aborted, with whatever it passed; the client does so by the same. */
  private static boolean isOfApplication(Throwable failure, Throwable abortCause) {
    return failure != null
        && failure == abortCause
        && !isOfConnection(failure)
        && !(failure instanceof RejectedExecutionException);
  }

  private static boolean isOfConnection(Throwable failure) {
    return failure instanceof IOException
        || failure instanceof TimeoutException
        || failure instanceof UnresolvedAddressException
        || (failure != null && failure.getClass().getName().startsWith(JETTY));
  }
}
