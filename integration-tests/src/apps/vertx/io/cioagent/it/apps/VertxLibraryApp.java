package io.cioagent.it.apps;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Through the HTTP client of Vert.x 4 and 5. */
public final class VertxLibraryApp extends LibraryApp {

  /** Kept, as a logger that nobody keeps forgets its level. Vert.x logs through it by default. */
  private static final Logger LOGGER = Logger.getLogger("io.vertx");

  private final HttpClient client =
      Vertx.vertx().createHttpClient(new HttpClientOptions().setConnectTimeout(5000));

  private VertxLibraryApp() {
    super("sync", "async", "follow", "start");
  }

  public static void main(String[] arguments) throws IOException {
    LOGGER.setLevel(Level.OFF);
    new VertxLibraryApp().run(arguments);
  }

  @Override
  protected String send(String way, Outgoing request) throws Exception {
    return ask(request, way.equals("follow")).answer().get(10, TimeUnit.SECONDS);
  }

  @Override
  protected StartedRequest begin(Outgoing request) {
    return ask(request, false);
  }

  private StartedRequest ask(Outgoing request, boolean follow) {
    AtomicReference<HttpClientRequest> sent = new AtomicReference<>();
    CompletableFuture<String> answer = new CompletableFuture<>();
    client
        .request(
            new RequestOptions()
                .setMethod(HttpMethod.valueOf(request.method()))
                .setHost(request.host())
                .setPort(request.port())
                .setSsl(request.isTls())
                .setURI(request.pathAndQuery())
                .setFollowRedirects(follow)
                .putHeader("Authorization", Secrets.BASIC))
        .compose(
            made ->
                send(made, sent, request)
                    // On the event loop: what is added to the outer future by this thread may come
                    // after the body, which Vert.x then drops.
                    .compose(response -> response.body().map(body -> show(response, body))))
        .onComplete(
            ended -> {
              if (ended.succeeded()) {
                answer.complete(ended.result());
              } else {
                answer.completeExceptionally(ended.cause());
              }
            });
    return new StartedRequest(answer, () -> sent.get().reset());
  }

  private static Future<HttpClientResponse> send(
      HttpClientRequest made, AtomicReference<HttpClientRequest> sent, Outgoing request) {
    sent.set(made);
    return request.hasBody() ? made.send(Buffer.buffer(request.bytes())) : made.send();
  }

  private static String show(HttpClientResponse response, Buffer body) {
    Map<String, Object> headers = new LinkedHashMap<>();
    response.headers().forEach(header -> headers.put(header.getKey(), header.getValue()));
    return show(response.statusCode(), body.toString(), headers);
  }
}
