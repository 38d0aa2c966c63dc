package io.cioagent.instrumentation.commonshttpclient3;

import io.cioagent.core.call.Exchange;
import io.cioagent.instrumentation.AroundAdapter;
import io.cioagent.instrumentation.LibraryObjects;
import io.cioagent.instrumentation.RequestTarget;
import io.cioagent.instrumentation.answer.Answers;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import org.apache.commons.httpclient.HostConfiguration;
import org.apache.commons.httpclient.HttpConnection;
import org.apache.commons.httpclient.HttpMethod;
import org.apache.commons.httpclient.HttpMethodBase;
import org.apache.commons.httpclient.StatusLine;
import org.apache.commons.httpclient.protocol.Protocol;

/** HttpClient's objects as facts about methods and their exchanges on the wire. */
final class CommonsHttpClient3Adapters {
  /** The application's methods to Customer.io that a client executes. */
  private static final LibraryObjects<Exchange> EXECUTING = new LibraryObjects<>();

  private CommonsHttpClient3Adapters() {}

  /** A client executes a method: what the method holds afterwards is what the application gets. */
  public static final class Execute
      extends AroundAdapter.Three<Object, HostConfiguration, HttpMethod, Execute.Execution, Void> {

    /** One method of the application, and where it leads before any redirect. */
    static final class Execution {
      final HttpMethod method;
      final Exchange exchange;
      final Protocol protocol;
      final String host;
      final int port;

      Execution(HttpMethod method, Exchange exchange, HostConfiguration target) {
        this.method = method;
        this.exchange = exchange;
        protocol = target.getProtocol();
        host = target.getHost();
        port = target.getPort();
      }
    }

    @Override
    protected Execution begin(Object director, HostConfiguration target, HttpMethod method) {
      if (!observer().hosts().contains(target.getHost(), target.getPort()) || isConnect(method)) {
        return null;
      }
      Exchange exchange = observer().startExchange();
      exchange.begin();
      EXECUTING.put(method, exchange);
      return new Execution(method, exchange, target);
    }

    @Override
    protected void end(Execution execution, Void result, Throwable thrown) {
      HttpMethod method = execution.method;
      Exchange exchange = execution.exchange;
      EXECUTING.remove(method);
      if (exchange.isUntried() && (thrown == null || thrown instanceof IOException)) {
        // No connection, or a proxy that refuses to open a tunnel and gives the answer.
        attempt(exchange, method, execution.protocol, execution.host, execution.port);
      }
      // The line of a method that is used again may still be the last answer's.
      exchange.end(thrown == null ? status(method) : 0, errorOf(method, thrown));
    }
  }

  /** One exchange on the wire. */
  public static final class Wire
      extends AroundAdapter.Two<HttpMethod, HttpConnection, Wire.WireExchange, Object> {

    /** What an answer belongs to. */
    static final class WireExchange {
      final HttpMethod method;
      final Exchange exchange;
      final boolean wholeRequest;

      /**
       * @param wholeRequest whether no client stands above
       */
      WireExchange(HttpMethod method, Exchange exchange, boolean wholeRequest) {
        this.method = method;
        this.exchange = exchange;
        this.wholeRequest = wholeRequest;
      }
    }

    @Override
    protected WireExchange begin(HttpMethod method, HttpConnection connection) {
      Exchange exchange = EXECUTING.get(method);
      if (exchange == null
          && (connection == null
              || !observer().hosts().contains(connection.getHost(), connection.getPort()))) {
        return null;
      }
      if (isConnect(method)) {
        return null;
      }
      boolean wholeRequest = exchange == null;
      if (wholeRequest) {
        exchange = observer().startExchange();
      }
      // The host is the origin also where the connection goes to a proxy.
      attempt(
          exchange, method, connection.getProtocol(), connection.getHost(), connection.getPort());
      return new WireExchange(method, exchange, wholeRequest);
    }

    @Override
    protected void end(WireExchange wire, Object stream, Throwable thrown) {
      int status = thrown == null ? status(wire.method) : 0;
      if (wire.wholeRequest) {
        wire.exchange.end(status, errorOf(wire.method, thrown));
      } else if (thrown == null) {
        wire.exchange.answered(status);
      } else {
        wire.exchange.failed(thrown);
      }
      if (thrown == null) {
        Answers.expect(stream, wire.exchange.answerBody());
      }
    }
  }

  /** Opens a tunnel through a proxy: no request of the application. */
  private static boolean isConnect(HttpMethod method) {
    return "CONNECT".equalsIgnoreCase(method.getName());
  }

  /** An exchange on the wire begins. */
  private static void attempt(
      Exchange exchange, HttpMethod method, Protocol protocol, String host, int port) {
    exchange.attempt(
        method.getName(),
        protocol == null ? "http" : protocol.getScheme(),
        host,
        port,
        RequestTarget.of(method.getPath(), method.getQueryString()));
  }

  /** 0 where no answer came. */
  private static int status(HttpMethod method) {
    StatusLine line = method.getStatusLine();
    return line == null ? 0 : line.getStatusCode();
  }

  /** A cancellation if the application aborted the method, which closed its connection. */
  private static Throwable errorOf(HttpMethod method, Throwable thrown) {
    if (thrown == null
        || !(method instanceof HttpMethodBase)
        || !((HttpMethodBase) method).isAborted()) {
      return thrown;
    }
    CancellationException cancelled = new CancellationException("Method aborted");
    cancelled.setStackTrace(thrown.getStackTrace());
    return cancelled;
  }
}
