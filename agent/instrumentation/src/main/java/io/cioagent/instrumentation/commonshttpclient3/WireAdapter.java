package io.cioagent.instrumentation.commonshttpclient3;

import io.cioagent.core.observe.Exchange;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import org.apache.commons.httpclient.HttpConnection;
import org.apache.commons.httpclient.HttpMethod;

/** One exchange on the wire. */
public final class WireAdapter extends Adapter {

  public WireAdapter(Observer observer) {
    super(observer, "commonshttpclient3");
  }

  /** What the answer is told to. */
  private static final class OnWire {
    final HttpMethod method;
    final Exchange exchange;
    final boolean wholeRequest;

    /**
     * @param wholeRequest whether no client stands above
     */
    OnWire(HttpMethod method, Exchange exchange, boolean wholeRequest) {
      this.method = method;
      this.exchange = exchange;
      this.wholeRequest = wholeRequest;
    }
  }

  @Override
  public Object enter(Object executed, Object used, Object unused) {
    Exchange exchange = Methods.EXECUTING.get(executed);
    HttpConnection connection = (HttpConnection) used;
    if (exchange == null
        && (connection == null
            || !observer().hosts().contains(connection.getHost(), connection.getPort()))) {
      return null;
    }
    HttpMethod method = (HttpMethod) executed;
    if (Methods.isConnect(method)) {
      return null;
    }
    boolean wholeRequest = exchange == null;
    if (wholeRequest) {
      exchange = observer().startExchange();
    }
    // The host is the origin also where the connection goes to a proxy.
    Methods.attempt(
        exchange, method, connection.getProtocol(), connection.getHost(), connection.getPort());
    return new OnWire(method, exchange, wholeRequest);
  }

  @Override
  public void exit(Object scope, Object stream, Throwable thrown) {
    OnWire wire = (OnWire) scope;
    int status = thrown == null ? Methods.status(wire.method) : 0;
    if (wire.wholeRequest) {
      wire.exchange.end(status, Methods.errorOf(wire.method, thrown));
    } else if (thrown == null) {
      wire.exchange.answered(status);
    } else {
      wire.exchange.failed(thrown);
    }
    if (thrown == null && stream != null) {
      Streams.opened(stream, wire.exchange.answerBody());
    }
  }
}
