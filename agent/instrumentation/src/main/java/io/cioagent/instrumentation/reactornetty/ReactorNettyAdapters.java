package io.cioagent.instrumentation.reactornetty;

import io.cioagent.core.call.AnswerBody;
import io.cioagent.instrumentation.AroundAdapter;
import io.cioagent.instrumentation.EventAdapter;
import io.cioagent.instrumentation.ObservedAbove;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.LastHttpContent;
import java.io.EOFException;
import java.nio.ByteBuffer;
import reactor.netty.Connection;
import reactor.netty.ConnectionObserver;
import reactor.netty.http.client.HttpClientResponse;
import reactor.netty.http.client.HttpClientState;

/**
 * The client's objects as facts about subscriptions; those that are not public are objects here.
 */
final class ReactorNettyAdapters {
  private ReactorNettyAdapters() {}

  /** A subscription: the request is made now, and belongs to the call on this thread. */
  public static final class Subscribe extends EventAdapter.Three<Object, Object, Object> {
    @Override
    protected void on(Object handler, Object method, Object endpoint) {
      if (Target.leadsToCustomerIo(observer().hosts(), endpoint)) {
        Subscriptions.begin(observer(), handler, Target.of(method, endpoint));
      }
    }
  }

  /** The observer of one attempt is made: the application cancels it by its sink. */
  public static final class Attempt extends EventAdapter.Two<Object, Object> {
    @Override
    protected void on(Object sink, Object handler) {
      Subscription subscription = Subscriptions.find(handler);
      if (subscription != null) {
        subscription.isKnownBy(sink);
      }
    }
  }

  /** A connection is there, and the request is about to be written; the end gets its method. */
  public static final class Request
      extends AroundAdapter.Three<Object, Connection, Object, Request.Writing, Object> {

    /** An attempt of a subscription. */
    static final class Writing {
      final Subscription subscription;
      final Object endpoint;

      Writing(Subscription subscription, Object endpoint) {
        this.subscription = subscription;
        this.endpoint = endpoint;
      }
    }

    @Override
    protected Writing begin(Object handler, Connection connection, Object endpoint) {
      Subscription subscription = Subscriptions.find(handler);
      if (subscription == null) {
        return null;
      }
      Channel channel = connection.channel();
      ObservedAbove.add(channel);
      // In HTTP/2 this channel is only a stream.
      ObservedAbove.add(channel.parent());
      return new Writing(subscription, endpoint);
    }

    @Override
    protected void end(Writing writing, Object method, Throwable thrown) {
      writing.subscription.attempt(Target.of(method, writing.endpoint));
    }
  }

  /**
   * An attempt failed, was redirected or refused: the application gets that, or another follows.
   */
  public static final class Retry extends EventAdapter.Three<Object, Throwable, Object[]> {

    /**
     * @param next whether another attempt follows, its method and where it goes
     */
    @Override
    protected void on(Object handler, Throwable failure, Object[] next) {
      boolean again = (Boolean) next[0];
      Object endpoint = next[2];
      Subscription subscription = Subscriptions.find(handler);
      if (subscription != null) {
        if (again && endpoint != null) {
          subscription.again(failure, Target.of(next[1], endpoint));
        } else {
          subscription.failed(failure);
        }
      } else if (again
          && endpoint != null
          && Target.leadsToCustomerIo(observer().hosts(), endpoint)) {
        // A redirect from another host leads here.
        Subscriptions.begin(observer(), handler, null).again(null, Target.of(next[1], endpoint));
      }
    }
  }

  /** An attempt ends in an error. A redirect is one too, and has a status. */
  public static final class Failure extends EventAdapter.Two<Object, Connection> {
    @Override
    protected void on(Object handler, Connection connection) {
      Subscription subscription = Subscriptions.find(handler);
      if (subscription != null && connection instanceof HttpClientResponse) {
        int status = statusOf((HttpClientResponse) connection);
        if (status > 0) {
          subscription.answered(status);
        }
      }
    }

    private static int statusOf(HttpClientResponse response) {
      try {
        return response.status().code();
      } catch (IllegalStateException e) {
        // There was no answer.
        return 0;
      }
    }
  }

  /** An answer begins, is complete, or its connection ends before it is. */
  public static final class State
      extends EventAdapter.Three<Object, Connection, ConnectionObserver.State> {
    @Override
    protected void on(Object handler, Connection connection, ConnectionObserver.State state) {
      Subscription subscription = Subscriptions.find(handler);
      if (subscription == null) {
        return;
      }
      if (state == HttpClientState.RESPONSE_RECEIVED) {
        Subscriptions.expectBody(
            connection, subscription.answered(((HttpClientResponse) connection).status().code()));
      } else if (state == HttpClientState.RESPONSE_COMPLETED) {
        subscription.afterHead(null);
      } else if (state == HttpClientState.RESPONSE_INCOMPLETE) {
        subscription.afterHead(new EOFException("connection closed during the answer"));
      } else if (state == ConnectionObserver.State.DISCONNECTING) {
        subscription.afterHead(null);
      }
    }
  }

  /** A part of an answer arrives, which the application gets next. */
  public static final class Read extends EventAdapter.Two<Object, Object> {
    @Override
    protected void on(Object operations, Object part) {
      AnswerBody body = Subscriptions.findBody(operations);
      if (body != null && part instanceof HttpContent) {
        ByteBuf bytes = ((HttpContent) part).content();
        if (bytes.isReadable()) {
          for (ByteBuffer each : bytes.nioBuffers()) {
            body.read(each);
          }
        }
        if (part instanceof LastHttpContent) {
          body.end();
        }
      }
    }
  }

  /** The application cancels a subscription. */
  public static final class Cancel extends EventAdapter.One<Object> {
    @Override
    protected void on(Object sink) {
      Subscription subscription = Subscriptions.find(sink);
      if (subscription != null) {
        subscription.cancelled();
      }
    }
  }
}
