package io.cioagent.it.apps;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.http.Header;
import org.apache.http.HttpEntity;
import org.apache.http.HttpHost;
import org.apache.http.HttpResponse;
import org.apache.http.auth.AuthScope;
import org.apache.http.auth.UsernamePasswordCredentials;
import org.apache.http.client.CredentialsProvider;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.HttpEntityEnclosingRequestBase;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.client.methods.HttpRequestBase;
import org.apache.http.concurrent.FutureCallback;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.entity.ContentType;
import org.apache.http.entity.InputStreamEntity;
import org.apache.http.impl.client.BasicCredentialsProvider;
import org.apache.http.impl.nio.client.CloseableHttpAsyncClient;
import org.apache.http.impl.nio.client.HttpAsyncClients;
import org.apache.http.nio.client.methods.HttpAsyncMethods;
import org.apache.http.nio.protocol.BasicAsyncResponseConsumer;
import org.apache.http.util.EntityUtils;

/**
 * Through Apache HttpAsyncClient 4. Ways of its own: {@code minimal}, {@code credentials}, {@code
 * producer}, which hands over a producer and a consumer, and {@code pooled}, where the one
 * connection is taken at the body "exhausted".
 */
public final class ApacheHttpAsyncClient4LibraryApp extends LibraryApp {

  private final CloseableHttpAsyncClient client =
      started(HttpAsyncClients.custom().setMaxConnPerRoute(50).setMaxConnTotal(50).build());
  private final CloseableHttpAsyncClient minimal = started(HttpAsyncClients.createMinimal());
  private final Map<String, HttpRequestBase> requests = new ConcurrentHashMap<>();

  private ApacheHttpAsyncClient4LibraryApp() {
    super(
        "sync",
        "async",
        "streamed",
        "unread",
        "reused",
        "relative",
        "proxy",
        "follow",
        "timeout",
        "start",
        "minimal",
        "credentials",
        "producer",
        "pooled");
  }

  public static void main(String[] arguments) throws IOException {
    new ApacheHttpAsyncClient4LibraryApp().run(arguments);
  }

  private static CloseableHttpAsyncClient started(CloseableHttpAsyncClient client) {
    client.start();
    return client;
  }

  @Override
  protected String send(String way, Outgoing request) throws Exception {
    switch (way) {
      case "streamed":
        return show(
            got(
                client.execute(
                    built(
                        request,
                        new InputStreamEntity(new ByteArrayInputStream(request.bytes()), -1),
                        config()),
                    null)));
      case "unread":
        HttpResponse response = got(client.execute(built(request), null));
        return response.getStatusLine().getStatusCode() + " unread";
      case "reused":
        HttpRequestBase same = requests.computeIfAbsent(request.url(), url -> built(request));
        return show(got(client.execute(same, null)));
      case "relative":
        HttpRequestBase relative = built(request);
        relative.setURI(URI.create(request.pathAndQuery()));
        return show(got(client.execute(host(request), relative, null)));
      case "proxy":
        HttpHost proxy = new HttpHost(proxy().getHostString(), proxy().getPort());
        return show(got(client.execute(built(request, config().setProxy(proxy)), null)));
      case "follow":
        return show(got(client.execute(built(request, config().setRedirectsEnabled(true)), null)));
      case "timeout":
        return show(got(client.execute(built(request, config().setSocketTimeout(250)), null)));
      case "minimal":
        return minimal(request);
      case "credentials":
        return withCredentials(request);
      case "producer":
        return show(
            got(
                client.execute(
                    HttpAsyncMethods.create(host(request), built(request)),
                    HttpAsyncMethods.createConsumer(),
                    null)));
      case "pooled":
        return pooled(request);
      default:
        return show(got(client.execute(built(request), null)));
    }
  }

  @Override
  protected Started begin(Outgoing request) {
    CompletableFuture<String> answer = new CompletableFuture<>();
    HttpRequestBase built = built(request);
    Future<HttpResponse> future =
        client.execute(
            built,
            new FutureCallback<HttpResponse>() {
              @Override
              public void completed(HttpResponse response) {
                try {
                  answer.complete(show(response));
                } catch (IOException e) {
                  answer.completeExceptionally(e);
                }
              }

              @Override
              public void failed(Exception e) {
                answer.completeExceptionally(e);
              }

              @Override
              public void cancelled() {
                answer.completeExceptionally(new CancellationException());
              }
            });
    // Before 4.1 the future of that client gives up nothing but itself.
    boolean cancels = future.getClass().getSimpleName().equals("FutureWrapper");
    return new Started(
        answer,
        () -> {
          if (!cancels || !future.cancel(true)) {
            built.abort();
          }
        });
  }

  /** From 4.1 on, only the consumer is informed of a failure: the future never completes then. */
  private String minimal(Outgoing request) throws Exception {
    CountDownLatch ended = new CountDownLatch(1);
    BasicAsyncResponseConsumer consumer =
        new BasicAsyncResponseConsumer() {
          @Override
          protected void releaseResources() {
            super.releaseResources();
            ended.countDown();
          }
        };
    Future<HttpResponse> future =
        minimal.execute(HttpAsyncMethods.create(host(request), built(request)), consumer, null);
    ended.await(20, TimeUnit.SECONDS);
    if (consumer.getException() != null) {
      throw consumer.getException();
    }
    return show(future.get(4, TimeUnit.SECONDS));
  }

  private static String withCredentials(Outgoing request) throws Exception {
    CredentialsProvider known = new BasicCredentialsProvider();
    known.setCredentials(AuthScope.ANY, new UsernamePasswordCredentials("site", "key"));
    HttpRequestBase built = built(request);
    built.removeHeaders("Authorization");
    try (CloseableHttpAsyncClient own =
        started(HttpAsyncClients.custom().setDefaultCredentialsProvider(known).build())) {
      return show(got(own.execute(built, null)));
    }
  }

  private static String pooled(Outgoing request) throws Exception {
    try (CloseableHttpAsyncClient own =
        started(HttpAsyncClients.custom().setMaxConnTotal(1).build())) {
      if (request.body().equals("exhausted")) {
        HttpGet holding = new HttpGet("http://other.example:" + request.port() + "/");
        // Only when this one gives up does the pool look whose patience is at its end.
        holding.setConfig(config().setSocketTimeout(750).build());
        own.execute(holding, null);
      }
      return show(
          got(own.execute(built(request, config().setConnectionRequestTimeout(250)), null)));
    }
  }

  private static HttpResponse got(Future<HttpResponse> future) throws Exception {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception ? (Exception) e.getCause() : e;
    }
  }

  private static HttpHost host(Outgoing request) {
    return new HttpHost(request.host(), request.port(), request.isTls() ? "https" : "http");
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
