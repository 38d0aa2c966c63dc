package io.cioagent.instrumentation.apachehttpclient4;

import io.cioagent.core.observe.Exchange;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import org.apache.http.HttpHost;
import org.apache.http.HttpRequest;
import org.apache.http.HttpResponse;
import org.apache.http.protocol.HttpContext;

/** One exchange on the wire. */
public final class WireAdapter extends Adapter {
  private static final String TARGET_HOST = "http.target_host";

  private final AnswerStreams streams = new AnswerStreams();

  public WireAdapter(Observer observer) {
    super(observer, "apachehttpclient4");
  }

  /** What the answer is told to. */
  private static final class OnWire {
    final Exchange exchange;
    final Running running;
    final boolean connect;

    /**
     * @param running null where no client stands above: then the exchange is the whole request
     * @param connect whether a tunnel is opened, which is no exchange of the application's
     */
    OnWire(Exchange exchange, Running running, boolean connect) {
      this.exchange = exchange;
      this.running = running;
      this.connect = connect;
    }
  }

  @Override
  public Object enter(Object executor, Object sent, Object context) {
    Running running = Running.current();
    Object host = context == null ? null : ((HttpContext) context).getAttribute(TARGET_HOST);
    HttpHost target = host instanceof HttpHost ? (HttpHost) host : null;
    HttpRequest request = (HttpRequest) sent;
    if (running == null || running.exchange == null) {
      return target != null && observer().hosts().contains(target.getHostName(), target.getPort())
          ? withoutClient(request, target)
          : null;
    }
    if (RequestLine.isConnect(request)) {
      return new OnWire(running.exchange, running, true);
    }
    if (target != null) {
      RequestLine.attempt(running.exchange, request, target);
    }
    return new OnWire(running.exchange, running, false);
  }

  /** HttpCore used as it is, or a client that was asked for another host and redirected. */
  private Object withoutClient(HttpRequest request, HttpHost target) {
    if (RequestLine.isConnect(request)) {
      return null;
    }
    Exchange exchange = observer().startExchange();
    RequestLine.attempt(exchange, request, target);
    return new OnWire(exchange, null, false);
  }

  @Override
  public void exit(Object scope, Object returned, Throwable thrown) {
    OnWire wire = (OnWire) scope;
    HttpResponse response = (HttpResponse) returned;
    int status = response == null ? 0 : response.getStatusLine().getStatusCode();
    if (wire.connect) {
      if (status >= 300) {
        wire.running.refuseTunnel();
      }
    } else if (wire.running == null) {
      wire.exchange.end(status, thrown);
    } else if (thrown != null) {
      wire.exchange.failed(thrown);
    } else {
      wire.exchange.answered(status);
    }
    if (response != null && !wire.connect) {
      streams.expect(response, wire.exchange.answerBody());
    }
  }
}
