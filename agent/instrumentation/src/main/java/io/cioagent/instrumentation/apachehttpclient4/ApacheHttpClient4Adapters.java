package io.cioagent.instrumentation.apachehttpclient4;

import io.cioagent.core.call.AnswerBody;
import io.cioagent.core.call.Exchange;
import io.cioagent.instrumentation.AroundAdapter;
import io.cioagent.instrumentation.answer.Answers;
import java.lang.reflect.Field;
import org.apache.http.HttpHost;
import org.apache.http.HttpRequest;
import org.apache.http.HttpResponse;
import org.apache.http.entity.BasicHttpEntity;
import org.apache.http.impl.io.ChunkedInputStream;
import org.apache.http.impl.io.ContentLengthInputStream;
import org.apache.http.impl.io.IdentityInputStream;
import org.apache.http.protocol.HttpContext;

/** HttpClient's objects as facts about requests and their exchanges on the wire. */
final class ApacheHttpClient4Adapters {
  private ApacheHttpClient4Adapters() {}

  /** A client sends a request: what it returns or throws is what the application gets. */
  public static final class Execute
      extends AroundAdapter.Three<Object, HttpHost, HttpRequest, ClientRequest, HttpResponse> {
    /** Where old clients look for the host of a relative URI. */
    private static final String DEFAULT_HOST = "http.default-host";

    @Override
    protected ClientRequest begin(Object client, HttpHost given, HttpRequest request) {
      HttpHost target = given == null ? defaultHost(request) : given;
      if (target == null || !observer().hosts().contains(target.getHostName(), target.getPort())) {
        return ClientRequest.beginElsewhere();
      }
      Exchange exchange = observer().startExchange();
      exchange.begin();
      return ClientRequest.begin(exchange, target, request);
    }

    @SuppressWarnings("deprecation") // by the newer versions; the older ones have nothing else
    private static HttpHost defaultHost(HttpRequest request) {
      Object host = request == null ? null : request.getParams().getParameter(DEFAULT_HOST);
      return host instanceof HttpHost ? (HttpHost) host : null;
    }

    @Override
    protected void end(ClientRequest request, HttpResponse response, Throwable thrown) {
      request.leave();
      if (request.exchange != null) {
        request.end(response == null ? 0 : response.getStatusLine().getStatusCode(), thrown);
      }
    }
  }

  /** One exchange on the wire. */
  public static final class Wire
      extends AroundAdapter.Three<
          Object, HttpRequest, HttpContext, Wire.WireExchange, HttpResponse> {
    private static final String TARGET_HOST = "http.target_host";

    private volatile Field content;

    /** What an answer belongs to. */
    static final class WireExchange {
      final Exchange exchange;
      final ClientRequest request;
      final boolean connect;

      /**
       * @param request null where no client stands above: then the exchange is the whole request
       * @param connect whether a tunnel is opened, which is no exchange of the application's
       */
      WireExchange(Exchange exchange, ClientRequest request, boolean connect) {
        this.exchange = exchange;
        this.request = request;
        this.connect = connect;
      }
    }

    @Override
    protected WireExchange begin(Object executor, HttpRequest request, HttpContext context) {
      ClientRequest above = ClientRequest.current();
      Object host = context == null ? null : context.getAttribute(TARGET_HOST);
      HttpHost target = host instanceof HttpHost ? (HttpHost) host : null;
      if (above == null || above.exchange == null) {
        return target != null && observer().hosts().contains(target.getHostName(), target.getPort())
            ? withoutClient(request, target)
            : null;
      }
      if (RequestLine.isConnect(request)) {
        return new WireExchange(above.exchange, above, true);
      }
      if (target != null) {
        RequestLine.attempt(above.exchange, request, target);
      }
      return new WireExchange(above.exchange, above, false);
    }

    /** HttpCore used as it is, or a client's request to another host that is redirected. */
    private WireExchange withoutClient(HttpRequest request, HttpHost target) {
      if (RequestLine.isConnect(request)) {
        return null;
      }
      Exchange exchange = observer().startExchange();
      RequestLine.attempt(exchange, request, target);
      return new WireExchange(exchange, null, false);
    }

    @Override
    protected void end(WireExchange wire, HttpResponse response, Throwable thrown) {
      int status = response == null ? 0 : response.getStatusLine().getStatusCode();
      if (wire.connect) {
        if (status >= 300) {
          wire.request.refuseTunnel();
        }
      } else if (wire.request == null) {
        wire.exchange.end(status, thrown);
      } else if (thrown != null) {
        wire.exchange.failed(thrown);
      } else {
        wire.exchange.answered(status);
      }
      if (response != null && !wire.connect) {
        expect(response, wire.exchange.answerBody());
      }
    }

    /**
     * @param response as it comes from the connection
     * @param body null for nearly all answers, whose body is of no interest
     */
    private void expect(HttpResponse response, AnswerBody body) {
      if (body != null && response.getEntity() instanceof BasicHttpEntity) {
        Object stream = stream((BasicHttpEntity) response.getEntity());
        // One that is always empty serves all.
        if (stream instanceof ContentLengthInputStream
            || stream instanceof ChunkedInputStream
            || stream instanceof IdentityInputStream) {
          Answers.expect(stream, body);
        }
      }
    }

    /** Not by its getter, which HttpCore 4.0 allows to be called once. */
    private Object stream(BasicHttpEntity entity) {
      try {
        Field field = content;
        if (field == null) {
          field = BasicHttpEntity.class.getDeclaredField("content");
          field.setAccessible(true);
          content = field;
        }
        return field.get(entity);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
