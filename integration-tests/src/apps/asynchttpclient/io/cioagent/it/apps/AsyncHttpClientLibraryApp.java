package io.cioagent.it.apps;

import static org.asynchttpclient.Dsl.asyncHttpClient;
import static org.asynchttpclient.Dsl.config;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.asynchttpclient.AsyncHttpClient;
import org.asynchttpclient.BoundRequestBuilder;
import org.asynchttpclient.ListenableFuture;
import org.asynchttpclient.Response;

/** Through AsyncHttpClient 2 and 3. */
public final class AsyncHttpClientLibraryApp extends LibraryApp {

  private final AsyncHttpClient client = asyncHttpClient(config().setMaxRequestRetry(0));

  private AsyncHttpClientLibraryApp() {
    super("sync", "async", "start");
  }

  public static void main(String[] arguments) throws IOException {
    new AsyncHttpClientLibraryApp().run(arguments);
  }

  @Override
  protected String send(String way, Outgoing request) throws Exception {
    return show(built(request).execute().get(10, TimeUnit.SECONDS));
  }

  @Override
  protected StartedRequest begin(Outgoing request) {
    ListenableFuture<Response> future = built(request).execute();
    CompletableFuture<String> answer =
        future.toCompletableFuture().thenApply(AsyncHttpClientLibraryApp::show);
    return new StartedRequest(answer, () -> future.cancel(true));
  }

  private BoundRequestBuilder built(Outgoing request) {
    BoundRequestBuilder built =
        client
            .prepare(request.method(), request.url())
            .setHeader("Authorization", Secrets.BASIC)
            .setFollowRedirect(false);
    return request.hasBody() ? built.setBody(request.body()) : built;
  }

  private static String show(Response response) {
    Map<String, Object> headers = new LinkedHashMap<>();
    response.getHeaders().forEach(header -> headers.put(header.getKey(), header.getValue()));
    return show(response.getStatusCode(), response.getResponseBody(), headers);
  }
}
