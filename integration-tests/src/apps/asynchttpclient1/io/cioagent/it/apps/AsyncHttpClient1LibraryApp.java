package io.cioagent.it.apps;

import com.ning.http.client.AsyncCompletionHandler;
import com.ning.http.client.AsyncHandler;
import com.ning.http.client.AsyncHttpClient;
import com.ning.http.client.AsyncHttpClientConfig;
import com.ning.http.client.HttpResponseBodyPart;
import com.ning.http.client.HttpResponseHeaders;
import com.ning.http.client.HttpResponseStatus;
import com.ning.http.client.ListenableFuture;
import com.ning.http.client.ProxyServer;
import com.ning.http.client.Request;
import com.ning.http.client.RequestBuilder;
import com.ning.http.client.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Through AsyncHttpClient 1.9. */
public final class AsyncHttpClient1LibraryApp extends LibraryApp {

  private final Map<String, Request> requests = new ConcurrentHashMap<>();
  private final AsyncHttpClient client =
      new AsyncHttpClient(new AsyncHttpClientConfig.Builder().setMaxRequestRetry(0).build());

  private AsyncHttpClient1LibraryApp() {
    super("sync", "async", "streamed", "unread", "reused", "proxy", "follow", "timeout", "start");
  }

  public static void main(String[] arguments) throws IOException {
    new AsyncHttpClient1LibraryApp().run(arguments);
  }

  @Override
  protected String send(String way, Outgoing request) throws Exception {
    RequestBuilder built = built(request);
    switch (way) {
      case "streamed":
        if (request.hasBody()) {
          built.setBody(new ByteArrayInputStream(request.bytes()));
        }
        break;
      case "unread":
        return client.executeRequest(built.build(), new StatusOnly()).get(10, TimeUnit.SECONDS);
      case "reused":
        return executed(
            requests.computeIfAbsent(request.method() + request.url(), url -> built.build()));
      case "proxy":
        built.setProxyServer(new ProxyServer(proxy().getHostString(), proxy().getPort()));
        break;
      case "follow":
        built.setFollowRedirects(true);
        break;
      case "timeout":
        built.setRequestTimeout(250);
        break;
      default:
        break;
    }
    return executed(built.build());
  }

  private String executed(Request request) throws Exception {
    return show(client.executeRequest(request).get(10, TimeUnit.SECONDS));
  }

  @Override
  protected StartedRequest begin(Outgoing request) {
    CompletableFuture<String> answer = new CompletableFuture<>();
    ListenableFuture<Void> future =
        client.executeRequest(
            built(request).build(),
            new AsyncCompletionHandler<Void>() {
              @Override
              public Void onCompleted(Response response) throws IOException {
                answer.complete(show(response));
                return null;
              }

              @Override
              public void onThrowable(Throwable thrown) {
                answer.completeExceptionally(thrown);
              }
            });
    return new StartedRequest(answer, () -> future.cancel(true));
  }

  private static RequestBuilder built(Outgoing request) {
    RequestBuilder built =
        new RequestBuilder(request.method())
            .setUrl(request.url())
            .setHeader("Authorization", Secrets.BASIC);
    return request.hasBody() ? built.setBody(request.body()) : built;
  }

  private static String show(Response response) throws IOException {
    Map<String, Object> headers = new LinkedHashMap<>();
    response.getHeaders().forEach(header -> headers.put(header.getKey(), header.getValue()));
    return show(response.getStatusCode(), response.getResponseBody(), headers);
  }

  /** Wants no more than the status. */
  private static final class StatusOnly implements AsyncHandler<String> {

    private String shown;

    @Override
    public STATE onStatusReceived(HttpResponseStatus status) {
      shown = LibraryApp.show(status.getStatusCode(), "", Collections.emptyMap());
      return STATE.ABORT;
    }

    @Override
    public STATE onHeadersReceived(HttpResponseHeaders headers) {
      return STATE.ABORT;
    }

    @Override
    public STATE onBodyPartReceived(HttpResponseBodyPart part) {
      return STATE.ABORT;
    }

    @Override
    public String onCompleted() {
      return shown;
    }

    @Override
    public void onThrowable(Throwable thrown) {
      shown = null;
    }
  }
}
