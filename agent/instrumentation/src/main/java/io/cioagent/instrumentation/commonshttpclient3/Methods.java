package io.cioagent.instrumentation.commonshttpclient3;

import io.cioagent.core.observe.Exchange;
import io.cioagent.instrumentation.LibraryObjects;
import java.util.concurrent.CancellationException;
import org.apache.commons.httpclient.HttpMethod;
import org.apache.commons.httpclient.HttpMethodBase;
import org.apache.commons.httpclient.StatusLine;
import org.apache.commons.httpclient.protocol.Protocol;

/** The application's methods that are being executed, and what is known of one. */
final class Methods {
  static final LibraryObjects<Exchange> EXECUTING = new LibraryObjects<>();

  private Methods() {}

  /** Opens a tunnel through a proxy: no request of the application. */
  static boolean isConnect(HttpMethod method) {
    return "CONNECT".equalsIgnoreCase(method.getName());
  }

  /** An exchange on the wire begins. */
  static void attempt(
      Exchange exchange, HttpMethod method, Protocol protocol, String host, int port) {
    String query = method.getQueryString();
    exchange.attempt(
        method.getName(),
        protocol == null ? "http" : protocol.getScheme(),
        host,
        port,
        query == null ? method.getPath() : method.getPath() + '?' + query);
  }

  /** 0 where no answer came. */
  static int status(HttpMethod method) {
    StatusLine line = method.getStatusLine();
    return line == null ? 0 : line.getStatusCode();
  }

  /** A cancellation if the application aborted the method, which closed its connection. */
  static Throwable errorOf(HttpMethod method, Throwable thrown) {
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
