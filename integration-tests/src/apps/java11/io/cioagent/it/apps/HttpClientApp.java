package io.cioagent.it.apps;

import static java.net.http.HttpResponse.BodyHandlers.discarding;
import static java.net.http.HttpResponse.BodyHandlers.ofInputStream;
import static java.net.http.HttpResponse.BodyHandlers.ofString;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Calls a URL through {@code java.net.http}, in each of the ways that people do. */
public final class HttpClientApp {

  private final Map<HttpClient.Version, HttpClient> clients =
      new EnumMap<>(HttpClient.Version.class);
  private final Map<HttpClient.Version, HttpClient> followers =
      new EnumMap<>(HttpClient.Version.class);
  private final Map<String, HttpRequest> requests = new HashMap<>();
  private CompletableFuture<?> last;

  private HttpClientApp() {
    for (HttpClient.Version version : HttpClient.Version.values()) {
      HttpClient.Builder builder =
          HttpClient.newBuilder().version(version).connectTimeout(Duration.ofSeconds(2));
      clients.put(version, builder.followRedirects(HttpClient.Redirect.NEVER).build());
      followers.put(version, builder.followRedirects(HttpClient.Redirect.ALWAYS).build());
    }
  }

  public static void main(String[] arguments) throws IOException {
    HttpClientApp app = new HttpClientApp();
    Console console =
        new Console()
            .on("http", words -> app.call(words))
            .on("http-cancel", words -> "" + app.last.cancel(true));
    ClientCalls.register(console, arguments.length > 0 ? arguments[0] : "nowhere").run();
  }

  private String call(List<String> words) throws Exception {
    String[] how = words.get(0).split("-", 2);
    HttpClient.Version version =
        how[0].equals("h2") ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1;
    HttpRequest request = request(words.get(1), words.get(2), words.get(3)).build();
    HttpClient client = clients.get(version);
    switch (how[1]) {
      case "send":
        return show(client.send(request, ofString()));
      case "discard":
        return show(client.send(request, discarding()));
      case "stream":
        HttpResponse<java.io.InputStream> open = client.send(request, ofInputStream());
        try (java.io.InputStream body = open.body()) {
          return open.statusCode() + " " + body.readAllBytes().length;
        }
      case "follow":
        return show(followers.get(version).send(request, ofString()));
      case "async":
        last = client.sendAsync(request, ofString()).thenApply(HttpClientApp::show);
        return (String) last.get(10, TimeUnit.SECONDS);
      case "start":
        last = client.sendAsync(request, ofString());
        return "started";
      case "timeout":
        HttpRequest impatient =
            request(words.get(1), words.get(2), words.get(3))
                .timeout(Duration.ofMillis(250))
                .build();
        return show(client.send(impatient, ofString()));
      case "subclass":
        return show(client.send(new ForwardingRequest(request, false), ofString()));
      case "subclass-async":
        return show(client.sendAsync(new ForwardingRequest(request, false), ofString()).get());
      case "hostile":
        return show(client.send(new ForwardingRequest(request, true), ofString()));
      case "same-request":
        requests.putIfAbsent(words.get(2), request);
        return show(client.send(requests.get(words.get(2)), ofString()));
      case "body-fails":
        return show(
            client.send(
                request,
                info -> {
                  throw new IllegalStateException("no room for this body");
                }));
      case "authenticator":
        HttpClient asked = HttpClient.newBuilder().authenticator(new Secrets.Login()).build();
        HttpRequest bare = HttpRequest.newBuilder(request.uri()).build();
        return show(asked.send(bare, ofString()));
      case "new-client":
        HttpClient fresh = HttpClient.newHttpClient();
        return show(fresh.send(request, ofString()));
      default:
        throw new IllegalArgumentException(words.get(0));
    }
  }

  private static HttpRequest.Builder request(String method, String address, String body) {
    return HttpRequest.newBuilder(URI.create(address))
        .header("Authorization", Secrets.BASIC)
        .method(
            method,
            body.isEmpty()
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(body));
  }

  private static String show(HttpResponse<?> response) {
    return response.statusCode()
        + " "
        + response.version()
        + " "
        + response.body()
        + " "
        + response.headers().map();
  }
}
