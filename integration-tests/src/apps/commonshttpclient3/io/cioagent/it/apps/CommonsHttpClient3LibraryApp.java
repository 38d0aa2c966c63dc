package io.cioagent.it.apps;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.httpclient.Header;
import org.apache.commons.httpclient.HostConfiguration;
import org.apache.commons.httpclient.HttpClient;
import org.apache.commons.httpclient.HttpConnection;
import org.apache.commons.httpclient.HttpMethod;
import org.apache.commons.httpclient.HttpMethodBase;
import org.apache.commons.httpclient.HttpState;
import org.apache.commons.httpclient.MultiThreadedHttpConnectionManager;
import org.apache.commons.httpclient.UsernamePasswordCredentials;
import org.apache.commons.httpclient.auth.AuthScope;
import org.apache.commons.httpclient.methods.ByteArrayRequestEntity;
import org.apache.commons.httpclient.methods.EntityEnclosingMethod;
import org.apache.commons.httpclient.methods.GetMethod;
import org.apache.commons.httpclient.methods.InputStreamRequestEntity;
import org.apache.commons.httpclient.params.HttpClientParams;
import org.apache.commons.httpclient.protocol.Protocol;

/**
 * Through Commons HttpClient 3. Ways of its own: {@code bare}, on a connection without a client,
 * {@code credentials}, and {@code pooled}, where the one connection is taken at the body
 * "exhausted".
 */
public final class CommonsHttpClient3LibraryApp extends LibraryApp {

  private final HttpClient client = client(50);

  private CommonsHttpClient3LibraryApp() {
    super(
        "sync",
        "streamed",
        "unread",
        "relative",
        "proxy",
        "follow",
        "timeout",
        "start",
        "bare",
        "credentials",
        "pooled");
  }

  public static void main(String[] arguments) throws IOException {
    new CommonsHttpClient3LibraryApp().run(arguments);
  }

  private static HttpClient client(int connections) {
    MultiThreadedHttpConnectionManager manager = new MultiThreadedHttpConnectionManager();
    manager.getParams().setMaxTotalConnections(connections);
    manager.getParams().setDefaultMaxConnectionsPerHost(connections);
    HttpClient client = new HttpClient(manager);
    // To the same path with another query, too.
    client.getParams().setParameter(HttpClientParams.ALLOW_CIRCULAR_REDIRECTS, true);
    return client;
  }

  @Override
  protected String send(String way, Outgoing request) throws Exception {
    HttpMethodBase method = built(request, request.url());
    switch (way) {
      case "streamed":
        if (request.hasBody()) {
          WithBody enclosing = (WithBody) method;
          enclosing.setContentChunked(true);
          enclosing.setRequestEntity(
              new InputStreamRequestEntity(
                  new ByteArrayInputStream(request.bytes()), "application/json"));
        }
        break;
      case "unread":
        try {
          return client.executeMethod(method) + " unread";
        } finally {
          method.releaseConnection();
        }
      case "relative":
        return executed(client, host(request), built(request, request.pathAndQuery()));
      case "proxy":
        HostConfiguration proxied = host(request);
        proxied.setProxy(proxy().getHostString(), proxy().getPort());
        return executed(client, proxied, method);
      case "follow":
        method.setFollowRedirects(!request.hasBody());
        break;
      case "timeout":
        method.getParams().setSoTimeout(250);
        break;
      case "bare":
        return bare(request);
      case "credentials":
        HttpClient known = client(1);
        known
            .getState()
            .setCredentials(AuthScope.ANY, new UsernamePasswordCredentials("site", "key"));
        method.removeRequestHeader("Authorization");
        return executed(known, null, method);
      case "pooled":
        return pooled(request, method);
      default:
    }
    return executed(client, null, method);
  }

  @Override
  protected StartedRequest begin(Outgoing request) throws IOException {
    HttpMethodBase method = built(request, request.url());
    return StartedRequest.inThePool(() -> executed(client, null, method), method::abort);
  }

  private static String pooled(Outgoing request, HttpMethodBase method) throws IOException {
    HttpClient own = client(1);
    own.getParams().setConnectionManagerTimeout(250);
    if (!request.body().equals("exhausted")) {
      return executed(own, null, method);
    }
    GetMethod holding = new GetMethod("http://other.example:" + request.port() + "/");
    try {
      own.executeMethod(holding);
      return executed(own, null, method);
    } finally {
      holding.releaseConnection();
    }
  }

  private static String bare(Outgoing request) throws IOException {
    HttpConnection connection =
        new HttpConnection(
            request.host(),
            request.port(),
            Protocol.getProtocol(request.isTls() ? "https" : "http"));
    connection.open();
    try {
      HttpMethodBase method = built(request, request.pathAndQuery());
      method.execute(new HttpState(), connection);
      return shown(method);
    } finally {
      connection.close();
    }
  }

  private static HostConfiguration host(Outgoing request) {
    HostConfiguration host = new HostConfiguration();
    host.setHost(request.host(), request.port(), request.isTls() ? "https" : "http");
    return host;
  }

  private static String executed(HttpClient client, HostConfiguration host, HttpMethod method)
      throws IOException {
    try {
      client.executeMethod(host, method);
      return shown(method);
    } finally {
      method.releaseConnection();
    }
  }

  private static HttpMethodBase built(Outgoing request, String uri) {
    HttpMethodBase method;
    if (request.hasBody()) {
      WithBody enclosing = new WithBody(request.method(), uri);
      enclosing.setRequestEntity(new ByteArrayRequestEntity(request.bytes(), "application/json"));
      method = enclosing;
    } else {
      method = new GetMethod(uri);
      method.setFollowRedirects(false);
    }
    method.setRequestHeader("Authorization", Secrets.BASIC);
    return method;
  }

  private static String shown(HttpMethod method) throws IOException {
    Map<String, String> headers = new TreeMap<>();
    for (Header header : method.getResponseHeaders()) {
      headers.merge(header.getName(), header.getValue(), (one, more) -> one + ", " + more);
    }
    return show(method.getStatusCode(), method.getResponseBodyAsString(), headers);
  }

  private static final class WithBody extends EntityEnclosingMethod {

    private final String name;

    WithBody(String name, String uri) {
      super(uri);
      this.name = name;
    }

    @Override
    public String getName() {
      return name;
    }
  }
}
