package io.cioagent.it.apps;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.ktor.client.HttpClient;
import io.ktor.client.HttpClientConfig;
import io.ktor.client.HttpClientKt;
import io.ktor.client.engine.HttpClientEngineConfig;
import io.ktor.client.engine.HttpClientEngineFactory;
import io.ktor.client.request.HttpRequestBuilder;
import io.ktor.client.request.HttpRequestKt;
import io.ktor.client.statement.HttpResponse;
import io.ktor.client.statement.HttpResponseKt;
import io.ktor.client.statement.HttpStatement;
import io.ktor.http.ContentType;
import io.ktor.http.HttpMethod;
import io.ktor.http.content.OutgoingContent;
import io.ktor.http.content.OutputStreamContent;
import io.ktor.http.content.TextContent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Proxy;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import kotlin.Unit;
import kotlin.coroutines.Continuation;
import kotlin.coroutines.EmptyCoroutineContext;
import kotlin.jvm.functions.Function1;
import kotlinx.coroutines.BuildersKt;
import kotlinx.coroutines.CoroutineStart;
import kotlinx.coroutines.GlobalScope;
import kotlinx.coroutines.future.FutureKt;

/** Through Ktor's client on one of its engines. */
public final class KtorLibraryApp extends LibraryApp {

  private final Map<String, HttpStatement> statements = new ConcurrentHashMap<>();
  private final HttpClient client = client(config -> {});
  private final HttpClient pipelining =
      client(config -> engine(config, engine -> engine.setPipelining(true)));
  private final HttpClient hasty = client(KtorTimeout::install);

  private KtorLibraryApp() {
    super(KtorEngine.WAYS);
  }

  public static void main(String[] arguments) throws IOException {
    new KtorLibraryApp().run(arguments);
  }

  @Override
  protected String send(String way, Outgoing request) throws Exception {
    HttpStatement statement;
    switch (way) {
      case "pipelined":
        statement = new HttpStatement(built(request), pipelining);
        break;
      case "proxy":
        Proxy proxy = new Proxy(Proxy.Type.HTTP, proxy());
        HttpClient proxied = client(config -> engine(config, engine -> engine.setProxy(proxy)));
        statement = new HttpStatement(built(request), proxied);
        break;
      case "timeout":
        statement = new HttpStatement(built(request), hasty);
        break;
      case "streamed":
        HttpRequestBuilder streamed = built(request);
        streamed.setBody(streamed(request));
        statement = new HttpStatement(streamed, client);
        break;
      case "reused":
        statement =
            statements.computeIfAbsent(
                request.method() + request.url(), url -> new HttpStatement(built(request), client));
        break;
      default:
        statement = new HttpStatement(built(request), client);
    }
    if (way.equals("block")) {
      return wait(rest -> statement.execute((response, ended) -> shown(response, ended), rest));
    }
    HttpResponse response = wait(statement::execute);
    return show(response, wait(rest -> HttpResponseKt.bodyAsText(response, ISO_8859_1, rest)));
  }

  private static HttpClient client(Consumer<HttpClientConfig<?>> more) {
    return client(KtorEngine.FACTORY, more);
  }

  private static <T extends HttpClientEngineConfig> HttpClient client(
      HttpClientEngineFactory<T> factory, Consumer<HttpClientConfig<?>> more) {
    return HttpClientKt.HttpClient(
        factory,
        config -> {
          config.setFollowRedirects(false);
          more.accept(config);
          return Unit.INSTANCE;
        });
  }

  private static void engine(
      HttpClientConfig<?> config, Consumer<HttpClientEngineConfig> settings) {
    config.engine(
        engine -> {
          settings.accept(engine);
          return Unit.INSTANCE;
        });
  }

  /** Within the block in which the answer may be read from its connection. */
  private static Object shown(HttpResponse response, Continuation<? super String> ended) {
    CompletableFuture<String> shown =
        KtorLibraryApp.<String>future(rest -> HttpResponseKt.bodyAsText(response, ISO_8859_1, rest))
            .thenApply(body -> show(response, body));
    return FutureKt.await(shown, ended);
  }

  @Override
  protected StartedRequest begin(Outgoing request) {
    HttpStatement statement = new HttpStatement(built(request), client);
    CompletableFuture<HttpResponse> answered = future(statement::execute);
    return new StartedRequest(
        answered.thenCompose(
            response ->
                KtorLibraryApp.<String>future(
                        rest -> HttpResponseKt.bodyAsText(response, ISO_8859_1, rest))
                    .thenApply(body -> show(response, body))),
        () -> answered.cancel(true));
  }

  private static <T> T wait(Function1<Continuation<? super T>, Object> suspending)
      throws InterruptedException {
    return BuildersKt.runBlocking(
        EmptyCoroutineContext.INSTANCE, (scope, rest) -> suspending.invoke(rest));
  }

  private static <T> CompletableFuture<T> future(
      Function1<Continuation<? super T>, Object> suspending) {
    return FutureKt.future(
        GlobalScope.INSTANCE,
        EmptyCoroutineContext.INSTANCE,
        CoroutineStart.DEFAULT,
        (scope, rest) -> suspending.invoke(rest));
  }

  private static HttpRequestBuilder built(Outgoing request) {
    HttpRequestBuilder built = new HttpRequestBuilder();
    built.setMethod(new HttpMethod(request.method()));
    HttpRequestKt.url(built, request.url());
    built.getHeaders().append("Authorization", Secrets.BASIC);
    if (request.hasBody()) {
      ContentType json = ContentType.Application.INSTANCE.getJson();
      built.setBody(new TextContent(request.body(), json, null));
    }
    return built;
  }

  private static OutgoingContent streamed(Outgoing request) {
    ContentType json = ContentType.Application.INSTANCE.getJson();
    return new OutputStreamContent(
        (stream, rest) -> {
          try {
            stream.write(request.bytes());
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
          return Unit.INSTANCE;
        },
        json,
        null,
        null);
  }

  private static String show(HttpResponse response, String body) {
    Map<String, Object> headers = new LinkedHashMap<>();
    response
        .getHeaders()
        .forEach(
            (name, values) -> {
              headers.put(name, values);
              return Unit.INSTANCE;
            });
    return show(response.getStatus().getValue(), body, headers);
  }
}
