package io.cioagent.instrumentation.jettyclient;

import io.cioagent.core.call.Exchange;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.LibraryObjects;
import io.cioagent.instrumentation.RequestTarget;
import java.util.Deque;

/**
 * The conversations with Customer.io that are under way. A conversation is one request of the
 * application with all that redirects and authentication make of it.
 */
final class Conversations {
  /** By Jetty's conversation. */
  static final LibraryObjects<Exchange> OPEN = new LibraryObjects<>();

  /** By Jetty's exchange, until it meets a connection. */
  static final LibraryObjects<Exchange> WITHOUT_CONNECTION = new LibraryObjects<>();

  /** By Jetty's conversation, while the client itself takes the answer and may go on. */
  static final LibraryObjects<Exchange> OVERRIDDEN = new LibraryObjects<>();

  private Conversations() {}

  /** The exchange of the conversation that an answer belongs to, null for none. */
  static Exchange ofResponse(Observer observer, Object response) {
    Object conversation = Jetty.conversationOfRequest(Jetty.requestOfResponse(response));
    return conversation == null ? null : find(observer, conversation);
  }

  /**
   * The exchange of a conversation, null for none. A single exchange with another host is
   * recognized by that host, which costs next to nothing.
   */
  static Exchange find(Observer observer, Object conversation) {
    Deque<?> exchanges = Jetty.exchanges(conversation);
    Object first = exchanges.peekFirst();
    boolean maybe =
        first != null
            && (first != exchanges.peekLast()
                || leadsToCustomerIo(observer, Jetty.requestOfExchange(first)));
    return maybe ? OPEN.get(conversation) : null;
  }

  static boolean leadsToCustomerIo(Observer observer, Object request) {
    return observer.hosts().contains(Jetty.host(request), Jetty.port(request));
  }

  /** An exchange on the wire begins. */
  static void attempt(Exchange exchange, Object request) {
    String path = RequestTarget.pathOf(Jetty.path(request));
    String query = Jetty.query(request);
    exchange.attempt(
        Jetty.method(request),
        Jetty.scheme(request),
        Jetty.host(request),
        Jetty.port(request),
        path == null || path.indexOf('?') >= 0 ? path : RequestTarget.of(path, query));
  }
}
