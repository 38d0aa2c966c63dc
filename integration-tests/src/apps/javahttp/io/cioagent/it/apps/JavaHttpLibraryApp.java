package io.cioagent.it.apps;

import static java.net.http.HttpResponse.BodyHandlers.ofInputStream;
import static java.net.http.HttpResponse.BodyHandlers.ofString;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Through {@code java.net.http}, over HTTP/1.1. */
public final class JavaHttpLibraryApp extends LibraryApp {

  private final HttpClient client = builder().build();
  private final HttpClient follower = builder().followRedirects(HttpClient.Redirect.ALWAYS).build();
  private final Map<String, HttpRequest> requests = new ConcurrentHashMap<>();

  private JavaHttpLibraryApp() {
    super("sync", "async", "streamed", "unread", "reused", "proxy", "follow", "timeout", "start");
  }

  public static void main(String[] arguments) throws IOException {
    new JavaHttpLibraryApp().run(arguments);
  }

  @Override
  protected String send(String way, Outgoing request) throws Exception {
    switch (way) {
      case "streamed":
        return show(client.send(streamed(request), ofString()));
      case "unread":
        HttpResponse<InputStream> open = client.send(built(request), ofInputStream());
        open.body().close();
        return open.statusCode() + " unread";
      case "reused":
        HttpRequest same = requests.computeIfAbsent(request.url(), url -> built(request));
        return show(client.send(same, ofString()));
      case "proxy":
        HttpClient proxied = builder().proxy(ProxySelector.of(proxy())).build();
        return show(proxied.send(built(request), ofString()));
      case "follow":
        return show(follower.send(built(request), ofString()));
      case "timeout":
        HttpRequest impatient = begun(request).timeout(Duration.ofMillis(250)).build();
        return show(client.send(impatient, ofString()));
      default:
        return show(client.send(built(request), ofString()));
    }
  }

  @Override
  protected StartedRequest begin(Outgoing request) {
    CompletableFuture<HttpResponse<String>> sent = client.sendAsync(built(request), ofString());
    return new StartedRequest(sent.thenApply(JavaHttpLibraryApp::show), () -> sent.cancel(true));
  }

  private static HttpClient.Builder builder() {
    return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1);
  }

  private static HttpRequest built(Outgoing request) {
    return begun(request).build();
  }

  private static HttpRequest.Builder begun(Outgoing request) {
    return HttpRequest.newBuilder(request.uri())
        .header("Authorization", Secrets.BASIC)
        .method(
            request.method(),
            request.hasBody()
                ? HttpRequest.BodyPublishers.ofByteArray(request.bytes())
                : HttpRequest.BodyPublishers.noBody());
  }

  private static HttpRequest streamed(Outgoing request) {
    return begun(request)
        .method(
            request.method(),
            HttpRequest.BodyPublishers.ofInputStream(
                () -> new ByteArrayInputStream(request.bytes())))
        .build();
  }

  private static String show(HttpResponse<String> response) {
    return show(response.statusCode(), response.body(), response.headers().map());
  }
}
