package io.cioagent.it.apps;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.async.methods.SimpleHttpResponse;
import org.apache.hc.client5.http.async.methods.SimpleRequestProducer;
import org.apache.hc.client5.http.async.methods.SimpleResponseConsumer;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.Message;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;
import org.apache.hc.core5.http.nio.AsyncRequestProducer;
import org.apache.hc.core5.http.nio.entity.BasicAsyncEntityProducer;
import org.apache.hc.core5.http.nio.entity.NoopEntityConsumer;
import org.apache.hc.core5.http.nio.support.BasicRequestProducer;
import org.apache.hc.core5.http.nio.support.BasicResponseConsumer;
import org.apache.hc.core5.util.Timeout;
import org.apache.hc.core5.util.VersionInfo;

/** Through the asynchronous clients of Apache HttpClient 5. */
public final class HttpAsyncClient5LibraryApp extends LibraryApp {

  private final CloseableHttpAsyncClient client =
      started(builder().disableRedirectHandling().build());
  private final CloseableHttpAsyncClient minimal = started(HttpAsyncClients.createMinimal());
  private final Map<String, SimpleHttpRequest> requests = new ConcurrentHashMap<>();

  private HttpAsyncClient5LibraryApp() {
    super(ways());
  }

  /** Version 5.0 sends no request that does not name its host itself. */
  private static String[] ways() {
    String always = "sync async minimal streamed unread reused proxy follow timeout start";
    String release =
        VersionInfo.loadVersionInfo(
                "org.apache.hc.client5", HttpAsyncClient5LibraryApp.class.getClassLoader())
            .getRelease();
    return (release.equals("5.0") ? always : always + " relative").split(" ", -1);
  }

  public static void main(String[] arguments) throws IOException {
    new HttpAsyncClient5LibraryApp().run(arguments);
  }

  @Override
  protected String send(String way, Outgoing request) throws Exception {
    switch (way) {
      case "minimal":
        return wait(minimal.execute(built(request), null));
      case "streamed":
        return wait(client.execute(streamed(request), SimpleResponseConsumer.create(), null));
      case "unread":
        return unread(
            client.execute(
                SimpleRequestProducer.create(built(request)),
                new BasicResponseConsumer<>(new NoopEntityConsumer()),
                null));
      case "reused":
        return wait(
            client.execute(requests.computeIfAbsent(request.url(), url -> built(request)), null));
      case "relative":
        return wait(
            client.execute(
                new HttpHost(request.isTls() ? "https" : "http", request.host(), request.port()),
                relative(request),
                SimpleResponseConsumer.create(),
                null,
                null,
                null));
      case "proxy":
        HttpHost proxy = new HttpHost("http", proxy().getHostString(), proxy().getPort());
        try (CloseableHttpAsyncClient proxied = started(builder().setProxy(proxy).build())) {
          return wait(proxied.execute(built(request), null));
        }
      case "follow":
        try (CloseableHttpAsyncClient follower = started(builder().build())) {
          SimpleHttpRequest carefree = built(request);
          // New versions take credentials to no other host, and so do not follow there.
          carefree.removeHeaders("Authorization");
          return wait(follower.execute(carefree, null));
        }
      case "timeout":
        SimpleHttpRequest impatient = built(request);
        impatient.setConfig(
            RequestConfig.custom().setResponseTimeout(Timeout.ofMilliseconds(250)).build());
        return wait(client.execute(impatient, null));
      default:
        return wait(client.execute(built(request), null));
    }
  }

  @Override
  protected StartedRequest begin(Outgoing request) {
    CompletableFuture<String> answer = new CompletableFuture<>();
    Future<SimpleHttpResponse> future =
        client.execute(
            // In 5.0 only the future of this form reaches the exchange when it is cancelled.
            SimpleRequestProducer.create(built(request)),
            SimpleResponseConsumer.create(),
            new FutureCallback<SimpleHttpResponse>() {
              @Override
              public void completed(SimpleHttpResponse response) {
                answer.complete(show(response));
              }

              @Override
              public void failed(Exception failure) {
                answer.completeExceptionally(failure);
              }

              @Override
              public void cancelled() {
                answer.completeExceptionally(new CancellationException());
              }
            });
    return new StartedRequest(answer, () -> future.cancel(true));
  }

  /** It asks again on its own, which another test looks at. */
  private static HttpAsyncClientBuilder builder() {
    return HttpAsyncClients.custom().disableAutomaticRetries();
  }

  private static CloseableHttpAsyncClient started(CloseableHttpAsyncClient client) {
    client.start();
    return client;
  }

  private static SimpleHttpRequest built(Outgoing request) {
    SimpleHttpRequest built = new SimpleHttpRequest(request.method(), request.uri());
    built.setHeader("Authorization", Secrets.BASIC);
    if (request.hasBody()) {
      built.setBody(request.body(), ContentType.APPLICATION_JSON);
    }
    return built;
  }

  /** Of a length that nobody knows before. */
  private static AsyncRequestProducer streamed(Outgoing request) {
    BasicHttpRequest built = new BasicHttpRequest(request.method(), request.uri());
    built.setHeader("Authorization", Secrets.BASIC);
    return new BasicRequestProducer(built, body(request, true));
  }

  private static AsyncRequestProducer relative(Outgoing request) {
    BasicHttpRequest built = new BasicHttpRequest(request.method(), request.pathAndQuery());
    built.setHeader("Authorization", Secrets.BASIC);
    return new BasicRequestProducer(built, body(request, false));
  }

  private static AsyncEntityProducer body(Outgoing request, boolean chunked) {
    return request.hasBody()
        ? new BasicAsyncEntityProducer(request.bytes(), ContentType.APPLICATION_JSON, chunked)
        : null;
  }

  private static String wait(Future<SimpleHttpResponse> future) throws Exception {
    return show(got(future));
  }

  private static String unread(Future<Message<HttpResponse, Void>> future) throws Exception {
    return got(future).getHead().getCode() + " unread";
  }

  private static <T> T got(Future<T> future) throws Exception {
    try {
      return future.get(10, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Exception) {
        throw (Exception) e.getCause();
      }
      throw e;
    }
  }

  private static String show(SimpleHttpResponse response) {
    Map<String, String> headers = new TreeMap<>();
    for (Header header : response.getHeaders()) {
      headers.put(header.getName(), header.getValue());
    }
    String body = response.getBodyText();
    return show(response.getCode(), body == null ? "" : body, headers);
  }
}
