package io.cioagent.it.apps;

import java.io.IOException;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.RouteInfo;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.DefaultHttpRequestRetryStrategy;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.CloseableHttpResponse;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** Of the classic client. */
final class ClassicWays {

  private final CloseableHttpClient other = HttpClients.createDefault();

  String send(String way, Outgoing request, HttpHost proxy) throws IOException {
    switch (way) {
      case "retry":
        return once(
            HttpClients.custom()
                .setRetryStrategy(
                    new DefaultHttpRequestRetryStrategy(1, TimeValue.ofMilliseconds(10))),
            request);
      case "auth":
        BasicCredentialsProvider credentials = new BasicCredentialsProvider();
        credentials.setCredentials(
            new AuthScope(null, -1), new UsernamePasswordCredentials("site", "key".toCharArray()));
        return once(HttpClients.custom().setDefaultCredentialsProvider(credentials), request);
      case "tunnel":
      case "refused":
        return once(
            HttpClients.custom()
                .setRoutePlanner(
                    (target, context) ->
                        new HttpRoute(
                            target,
                            null,
                            proxy,
                            false,
                            RouteInfo.TunnelType.TUNNELLED,
                            RouteInfo.LayerType.PLAIN)),
            request);
      case "gateway":
        try (CloseableHttpClient client = HttpClients.createDefault()) {
          return client.execute(proxy, built(request), response -> response.getCode() + "");
        }
      case "pool":
        return exhausted(request);
      case "nested":
        String elsewhere = request.url().replace("track.customer.io", "other.example");
        return once(
            HttpClients.custom()
                .addRequestInterceptorFirst(
                    (sent, entity, context) ->
                        read(other, new HttpUriRequestBase("GET", java.net.URI.create(elsewhere)))),
            request);
      default:
        try (CloseableHttpClient client = HttpClients.createDefault()) {
          return client.execute(
              built(request),
              response -> {
                throw new IllegalStateException("handler");
              });
        }
    }
  }

  /** The one connection is taken by a request whose answer nobody closes. */
  private static String exhausted(Outgoing request) throws IOException {
    PoolingHttpClientConnectionManager pool = new PoolingHttpClientConnectionManager();
    pool.setMaxTotal(1);
    try (CloseableHttpClient client = HttpClients.custom().setConnectionManager(pool).build();
        CloseableHttpResponse open = client.execute(built(request))) {
      HttpUriRequestBase second = built(request);
      second.setConfig(
          RequestConfig.custom().setConnectionRequestTimeout(Timeout.ofMilliseconds(100)).build());
      return open.getCode() + " " + read(client, second);
    }
  }

  private static String once(HttpClientBuilder builder, Outgoing request) throws IOException {
    try (CloseableHttpClient client = builder.build()) {
      return read(client, built(request));
    }
  }

  private static String read(CloseableHttpClient client, ClassicHttpRequest request)
      throws IOException {
    return client.execute(request, response -> response.getCode() + "");
  }

  private static HttpUriRequestBase built(Outgoing request) {
    HttpUriRequestBase built = new HttpUriRequestBase(request.method(), request.uri());
    if (request.hasBody()) {
      built.setEntity(new StringEntity(request.body(), ContentType.APPLICATION_JSON));
    }
    return built;
  }
}
