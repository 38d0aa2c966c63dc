package io.cioagent.it.apps;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.http.Header;
import org.apache.http.HttpEntity;
import org.apache.http.HttpHost;
import org.apache.http.HttpResponse;
import org.apache.http.auth.AuthScope;
import org.apache.http.auth.UsernamePasswordCredentials;
import org.apache.http.client.methods.HttpEntityEnclosingRequestBase;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.client.methods.HttpRequestBase;
import org.apache.http.client.params.ClientPNames;
import org.apache.http.client.params.HttpClientParams;
import org.apache.http.conn.params.ConnManagerParams;
import org.apache.http.conn.params.ConnPerRouteBean;
import org.apache.http.conn.params.ConnRoutePNames;
import org.apache.http.conn.scheme.PlainSocketFactory;
import org.apache.http.conn.scheme.Scheme;
import org.apache.http.conn.scheme.SchemeRegistry;
import org.apache.http.conn.ssl.SSLSocketFactory;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.entity.InputStreamEntity;
import org.apache.http.impl.client.DefaultHttpClient;
import org.apache.http.impl.conn.tsccm.ThreadSafeClientConnManager;
import org.apache.http.params.BasicHttpParams;
import org.apache.http.params.HttpConnectionParams;
import org.apache.http.params.HttpParams;
import org.apache.http.util.EntityUtils;

/**
 * Through Apache HttpClient as it was before 4.3: what newer versions have deprecated, and still
 * bring. Ways of its own: {@code handler}, which throws at the body "thrown", {@code defaulthost},
 * {@code credentials}, and {@code pooled}, where the one connection is taken at the body
 * "exhausted".
 */
public final class OldApacheHttpClient4LibraryApp extends LibraryApp {

  private final DefaultHttpClient client = client(50);
  private final Map<String, HttpRequestBase> requests = new ConcurrentHashMap<>();

  private OldApacheHttpClient4LibraryApp() {
    super(
        "sync",
        "streamed",
        "unread",
        "reused",
        "relative",
        "proxy",
        "follow",
        "timeout",
        "start",
        "handler",
        "defaulthost",
        "credentials",
        "pooled");
  }

  public static void main(String[] arguments) throws IOException {
    new OldApacheHttpClient4LibraryApp().run(arguments);
  }

  private static DefaultHttpClient client(int connections) {
    SchemeRegistry schemes = new SchemeRegistry();
    schemes.register(new Scheme("http", PlainSocketFactory.getSocketFactory(), 80));
    schemes.register(new Scheme("https", SSLSocketFactory.getSocketFactory(), 443));
    HttpParams params = new BasicHttpParams();
    ConnManagerParams.setMaxTotalConnections(params, connections);
    ConnManagerParams.setMaxConnectionsPerRoute(params, new ConnPerRouteBean(connections));
    return new DefaultHttpClient(new ThreadSafeClientConnManager(params, schemes), params);
  }

  @Override
  protected String send(String way, Outgoing request) throws Exception {
    HttpRequestBase built = built(request);
    switch (way) {
      case "streamed":
        if (request.hasBody()) {
          ((WithBody) built)
              .setEntity(new InputStreamEntity(new ByteArrayInputStream(request.bytes()), -1));
        }
        break;
      case "unread":
        HttpResponse response = client.execute(built);
        built.abort();
        return response.getStatusLine().getStatusCode() + " unread";
      case "reused":
        built = requests.computeIfAbsent(request.url(), url -> built(request));
        break;
      case "relative":
        built.setURI(URI.create(request.pathAndQuery()));
        return show(client.execute(host(request), built));
      case "defaulthost":
        built.setURI(URI.create(request.pathAndQuery()));
        built.getParams().setParameter(ClientPNames.DEFAULT_HOST, host(request));
        break;
      case "proxy":
        built
            .getParams()
            .setParameter(
                ConnRoutePNames.DEFAULT_PROXY,
                new HttpHost(proxy().getHostString(), proxy().getPort()));
        break;
      case "follow":
        HttpClientParams.setRedirecting(built.getParams(), true);
        break;
      case "timeout":
        HttpConnectionParams.setSoTimeout(built.getParams(), 250);
        break;
      case "handler":
        return client.execute(
            built,
            answer -> {
              if (request.body().equals("thrown")) {
                throw new IllegalStateException("thrown by the handler");
              }
              return show(answer);
            });
      case "credentials":
        return withCredentials(built);
      case "pooled":
        return pooled(request, built);
      default:
    }
    return show(client.execute(built));
  }

  @Override
  protected StartedRequest begin(Outgoing request) {
    HttpRequestBase built = built(request);
    return StartedRequest.inThePool(() -> show(client.execute(built)), built::abort);
  }

  private static String withCredentials(HttpRequestBase built) throws IOException {
    DefaultHttpClient own = client(1);
    own.getCredentialsProvider()
        .setCredentials(AuthScope.ANY, new UsernamePasswordCredentials("site", "key"));
    built.removeHeaders("Authorization");
    try {
      return show(own.execute(built));
    } finally {
      own.getConnectionManager().shutdown();
    }
  }

  private static String pooled(Outgoing request, HttpRequestBase built) throws IOException {
    DefaultHttpClient own = client(1);
    ConnManagerParams.setTimeout(built.getParams(), 250);
    try {
      if (request.body().equals("exhausted")) {
        // Holds the one connection until the client is shut down.
        own.execute(new HttpGet("http://other.example:" + request.port() + "/"));
      }
      return show(own.execute(built));
    } finally {
      own.getConnectionManager().shutdown();
    }
  }

  private static HttpHost host(Outgoing request) {
    return new HttpHost(request.host(), request.port(), request.isTls() ? "https" : "http");
  }

  private static HttpRequestBase built(Outgoing request) {
    HttpRequestBase built;
    if (request.hasBody()) {
      WithBody enclosing = new WithBody(request.method());
      ByteArrayEntity entity = new ByteArrayEntity(request.bytes());
      entity.setContentType("application/json");
      enclosing.setEntity(entity);
      built = enclosing;
    } else {
      built = new HttpGet();
    }
    built.setURI(URI.create(request.url()));
    built.setHeader("Authorization", Secrets.BASIC);
    HttpClientParams.setRedirecting(built.getParams(), false);
    return built;
  }

  private static String show(HttpResponse response) throws IOException {
    Map<String, String> headers = new TreeMap<>();
    for (Header header : response.getAllHeaders()) {
      headers.merge(header.getName(), header.getValue(), (one, more) -> one + ", " + more);
    }
    HttpEntity entity = response.getEntity();
    return show(
        response.getStatusLine().getStatusCode(),
        entity == null ? "" : EntityUtils.toString(entity),
        headers);
  }

  private static final class WithBody extends HttpEntityEnclosingRequestBase {

    private final String method;

    WithBody(String method) {
      this.method = method;
    }

    @Override
    public String getMethod() {
      return method;
    }
  }
}
