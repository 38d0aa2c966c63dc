package io.cioagent.instrumentation.jettyclient;

import io.cioagent.core.call.AnswerBody;
import io.cioagent.core.call.Exchange;
import io.cioagent.instrumentation.AroundAdapter;
import io.cioagent.instrumentation.EventAdapter;
import io.cioagent.instrumentation.answer.Answers;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.UnresolvedAddressException;
import java.util.Deque;
import java.util.concurrent.CancellationException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;

/**
 * Jetty's objects as facts about conversations. Each adapter links {@link Jetty} when it is made,
 * so that an unknown copy of Jetty is reported at once and not at every call.
 */
final class JettyAdapters {
  private JettyAdapters() {}

  /**
   * An exchange is created, on the thread that sends the request: the first of a conversation
   * belongs to the call on that thread, a further one to the first.
   */
  public static final class Begin extends EventAdapter.One<Object> {
    public Begin() {
      Jetty.link();
    }

    @Override
    protected void on(Object made) {
      Object conversation = Jetty.conversationOfExchange(made);
      Exchange exchange = Conversations.find(observer(), conversation);
      if (exchange == null && isOfApplication(Jetty.requestOfExchange(made))) {
        exchange = observer().startExchange();
        exchange.begin();
        Conversations.OPEN.put(conversation, exchange);
      }
      if (exchange != null) {
        Conversations.WITHOUT_CONNECTION.put(made, exchange);
      }
    }

    /** A tunnel through a proxy is made by the client. */
    private boolean isOfApplication(Object request) {
      return Conversations.leadsToCustomerIo(observer(), request)
          && !"CONNECT".equalsIgnoreCase(Jetty.method(request));
    }
  }

  /** An exchange gets a connection, on whichever thread, and is about to be written to it. */
  public static final class Wire extends EventAdapter.Two<Object, Boolean> {
    public Wire() {
      Jetty.link();
    }

    /**
     * @param associated false where the exchange was aborted before, null in versions that return
     *     nothing
     */
    @Override
    protected void on(Object jettyExchange, Boolean associated) {
      if (Boolean.FALSE.equals(associated)) {
        return;
      }
      Exchange exchange =
          Conversations.find(observer(), Jetty.conversationOfExchange(jettyExchange));
      if (exchange != null) {
        Conversations.WITHOUT_CONNECTION.remove(jettyExchange);
        Conversations.attempt(exchange, Jetty.requestOfExchange(jettyExchange));
      }
    }
  }

  /**
   * A conversation chooses the listeners of its next answer: the application's, or that of a
   * protocol handler of the client, which follows the redirect, answers the challenge or waits for
   * the final status.
   */
  public static final class Listeners extends EventAdapter.Two<Object, Object> {
    public Listeners() {
      Jetty.link();
    }

    @Override
    protected void on(Object conversation, Object handlerListener) {
      Exchange exchange = Conversations.find(observer(), conversation);
      if (exchange == null) {
        return;
      }
      if (handlerListener == null) {
        Conversations.OVERRIDDEN.remove(conversation);
      } else {
        Conversations.OVERRIDDEN.put(conversation, exchange);
      }
    }
  }

  /** The head of an answer has arrived, before the listeners get it. */
  public static final class Head extends EventAdapter.Two<Object, Object> {
    public Head() {
      Jetty.link();
    }

    @Override
    protected void on(Object notifier, Object response) {
      Exchange exchange = Conversations.ofResponse(observer(), response);
      if (exchange != null) {
        exchange.answered(Jetty.status(response));
        Answers.expect(response, exchange.answerBody());
      }
    }
  }

  /**
   * The application gets an answer whose body it reads from a stream. The operation is over: the
   * body may never be read.
   */
  public static final class StreamHead extends EventAdapter.Two<Object, Object> {
    public StreamHead() {
      Jetty.link();
    }

    @Override
    protected void on(Object listener, Object response) {
      Exchange exchange = Conversations.ofResponse(observer(), response);
      if (exchange != null) {
        Conversations.OPEN.remove(Jetty.conversationOfRequest(Jetty.requestOfResponse(response)));
        exchange.end(Jetty.status(response), null);
      }
    }
  }

  /** The listeners are given content; up to Jetty 11. */
  public static final class Content extends EventAdapter.Three<Object, Object, ByteBuffer> {
    public Content() {
      Jetty.link();
    }

    @Override
    protected void on(Object notifier, Object response, ByteBuffer content) {
      AnswerBody body = Answers.of(response);
      if (body != null) {
        body.read(content);
      }
    }
  }

  /** The listeners have been given all content; up to Jetty 11. */
  public static final class Success extends EventAdapter.Two<Object, Object> {
    public Success() {
      Jetty.link();
    }

    @Override
    protected void on(Object notifier, Object response) {
      Answers.end(response);
    }
  }

  /**
   * A listener is given the source of the content of an answer, which the end gets; since Jetty 12.
   * Without a listener the client drains the source.
   */
  public static final class Source
      extends AroundAdapter.Three<Object, Object, Object, AnswerBody, Object> {

    public Source() {
      Jetty.link();
    }

    @Override
    protected AnswerBody begin(Object listeners, Object listener, Object response) {
      return listener == null ? null : Answers.of(response);
    }

    @Override
    protected void end(AnswerBody body, Object source, Throwable thrown) {
      Answers.expect(source, body);
    }
  }

  /** A listener gets a chunk of the content that it requested, null for none; since Jetty 12. */
  public static final class Read extends EventAdapter.Two<Object, Object> {
    public Read() {
      Jetty.link();
    }

    @Override
    protected void on(Object source, Object chunk) {
      AnswerBody body = chunk == null ? null : Answers.of(source);
      if (body != null) {
        body.read(Jetty.Chunk.content(chunk));
        if (Jetty.Chunk.isLast(chunk)) {
          Answers.end(source);
        }
      }
    }
  }

  /** An exchange is complete: and the conversation, unless the client itself takes the answer. */
  public static final class Complete extends EventAdapter.Two<Object, Object> {
    private static final String JETTY = "org.eclipse.jetty.";
    private static final String VERDICT = JETTY + "client.HttpResponseException";
    private static final String NO_HTTP = "HTTP protocol violation: bad response";

    public Complete() {
      Jetty.link();
    }

    @Override
    protected void on(Object notifier, Object result) {
      Object request = Jetty.requestOfResult(result);
      Object conversation = Jetty.conversationOfRequest(request);
      Exchange exchange =
          conversation == null ? null : Conversations.find(observer(), conversation);
      if (exchange == null) {
        return;
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

    /** Whether the client rejects a complete answer: too many redirects, or no challenge. */
    private static boolean isVerdict(Throwable failure) {
      return failure != null && failure.getClass().getName().equals(VERDICT);
    }

    /** Whether what arrived is not HTTP: then the client makes up a status. */
    private static boolean isUnreadable(Throwable failure) {
      return isVerdict(failure)
          && failure.getMessage() != null
          && failure.getMessage().startsWith(NO_HTTP);
    }

    /**
     * Whether the application aborted, with what it passed; the client aborts by the same method.
     */
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
}
