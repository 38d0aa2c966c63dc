package io.cioagent.it.apps;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
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
import org.apache.http.client.CredentialsProvider;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpEntityEnclosingRequestBase;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.client.methods.HttpRequestBase;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.entity.ContentType;
import org.apache.http.entity.InputStreamEntity;
import org.apache.http.impl.DefaultBHttpClientConnection;
import org.apache.http.impl.client.BasicCredentialsProvider;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.impl.conn.PoolingHttpClientConnectionManager;
import org.apache.http.message.BasicHttpEntityEnclosingRequest;
import org.apache.http.message.BasicHttpRequest;
import org.apache.http.protocol.HttpCoreContext;
import org.apache.http.protocol.HttpProcessor;
import org.apache.http.protocol.HttpProcessorBuilder;
import org.apache.http.protocol.HttpRequestExecutor;
import org.apache.http.protocol.RequestContent;
import org.apache.http.protocol.RequestTargetHost;
import org.apache.http.util.EntityUtils;

/**
 * Through Apache HttpClient 4.3 to 4.5, and through HttpCore alone. Ways of its own: {@code
 * handler}, which throws at the body "thrown", {@code minimal}, {@code bare}, {@code credentials},
 * {@code pooled}, where the one connection is taken at the body "exhausted", and {@code aborted},
 * which is so beforehand at that body.
 */
public final class ApacheHttpClient4LibraryApp extends LibraryApp {

  private final CloseableHttpClient client = HttpClients.custom().setMaxConnPerRoute(50).build();
  private final CloseableHttpClient minimal = HttpClients.createMinimal();
  private final Map<String, HttpRequestBase> requests = new ConcurrentHashMap<>();

  private ApacheHttpClient4LibraryApp() {
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
        "minimal",
        "bare",
        "credentials",
        "pooled",
        "aborted");
  }

  public static void main(String[] arguments) throws IOException {
    new ApacheHttpClient4LibraryApp().run(arguments);
  }

  @Override
  protected String send(String way, Outgoing request) throws Exception {
    switch (way) {
      case "streamed":
        return show(
            client.execute(
                built(
                    request,
                    new InputStreamEntity(new ByteArrayInputStream(request.bytes()), -1),
                    config())));
      case "unread":
        try (CloseableHttpResponse response = client.execute(built(request))) {
          return response.getStatusLine().getStatusCode() + " unread";
        }
      case "reused":
        HttpRequestBase same = requests.computeIfAbsent(request.url(), url -> built(request));
        return show(client.execute(same));
      case "relative":
        return show(client.execute(host(request), pathOnly(request)));
      case "proxy":
        HttpHost proxy = new HttpHost(proxy().getHostString(), proxy().getPort());
        return show(client.execute(built(request, config().setProxy(proxy))));
      case "follow":
        return show(client.execute(built(request, config().setRedirectsEnabled(true))));
      case "timeout":
        return show(client.execute(built(request, config().setSocketTimeout(250))));
      case "handler":
        return client.execute(
            built(request),
            response -> {
              if (request.body().equals("thrown")) {
                throw new IllegalStateException("thrown by the handler");
              }
              return show(response);
            });
      case "minimal":
        return show(minimal.execute(built(request)));
      case "bare":
        return bare(request);
      case "credentials":
        return withCredentials(request);
      case "pooled":
        return pooled(request);
      case "aborted":
        HttpRequestBase aborted = built(request);
        if (request.body().equals("aborted")) {
          aborted.abort();
        }
        return show(client.execute(aborted));
      default:
        return show(client.execute(built(request)));
    }
  }

  @Override
  protected StartedRequest begin(Outgoing request) {
    HttpRequestBase built = built(request);
    return StartedRequest.inThePool(() -> show(client.execute(built)), built::abort);
  }

  private String withCredentials(Outgoing request) throws IOException {
    CredentialsProvider known = new BasicCredentialsProvider();
    known.setCredentials(AuthScope.ANY, new UsernamePasswordCredentials("site", "key"));
    HttpRequestBase built = built(request);
    built.removeHeaders("Authorization");
    try (CloseableHttpClient own =
        HttpClients.custom().setDefaultCredentialsProvider(known).build()) {
      return show(own.execute(built));
    }
  }

  private String pooled(Outgoing request) throws IOException {
    PoolingHttpClientConnectionManager pool = new PoolingHttpClientConnectionManager();
    pool.setMaxTotal(1);
    try (CloseableHttpClient own = HttpClients.custom().setConnectionManager(pool).build()) {
      HttpRequestBase built = built(request, config().setConnectionRequestTimeout(250));
      if (!request.body().equals("exhausted")) {
        return show(own.execute(built));
      }
      try (CloseableHttpResponse held =
          own.execute(new HttpGet("http://other.example:" + request.port() + "/"))) {
        return held.getStatusLine().getStatusCode() + show(own.execute(built));
      }
    }
  }

  private static String bare(Outgoing request) throws Exception {
    HttpProcessor processor =
        HttpProcessorBuilder.create()
            .add(new RequestContent())
            .add(new RequestTargetHost())
            .build();
    HttpRequestExecutor executor = new HttpRequestExecutor();
    HttpCoreContext context = HttpCoreContext.create();
    context.setTargetHost(host(request));
    try (DefaultBHttpClientConnection connection = new DefaultBHttpClientConnection(8192)) {
      connection.bind(new Socket(request.host(), request.port()));
      BasicHttpRequest sent = pathOnly(request);
      executor.preProcess(sent, processor, context);
      HttpResponse response = executor.execute(sent, connection, context);
      executor.postProcess(response, processor, context);
      return show(response);
    }
  }

  private static HttpHost host(Outgoing request) {
    return new HttpHost(request.host(), request.port(), request.isTls() ? "https" : "http");
  }

  /** Not even of a class that knows URIs. */
  private static BasicHttpRequest pathOnly(Outgoing request) {
    BasicHttpEntityEnclosingRequest built =
        new BasicHttpEntityEnclosingRequest(request.method(), request.pathAndQuery());
    built.setHeader("Authorization", Secrets.BASIC);
    if (request.hasBody()) {
      built.setEntity(new ByteArrayEntity(request.bytes(), ContentType.APPLICATION_JSON));
    }
    return request.hasBody()
        ? built
        : new BasicHttpRequest(request.method(), request.pathAndQuery());
  }

  private static RequestConfig.Builder config() {
    return RequestConfig.custom().setRedirectsEnabled(false);
  }

  private static HttpRequestBase built(Outgoing request) {
    return built(request, config());
  }

  private static HttpRequestBase built(Outgoing request, RequestConfig.Builder config) {
    return built(
        request, new ByteArrayEntity(request.bytes(), ContentType.APPLICATION_JSON), config);
  }

  private static HttpRequestBase built(
      Outgoing request, HttpEntity entity, RequestConfig.Builder config) {
    HttpRequestBase built;
    if (request.hasBody()) {
      WithBody enclosing = new WithBody(request.method());
      enclosing.setEntity(entity);
      built = enclosing;
    } else {
      built = new HttpGet();
    }
    built.setURI(URI.create(request.url()));
    built.setHeader("Authorization", Secrets.BASIC);
    built.setConfig(config.build());
    return built;
  }

  private static String show(CloseableHttpResponse response) throws IOException {
    try (CloseableHttpResponse open = response) {
      return show((HttpResponse) open);
    }
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
