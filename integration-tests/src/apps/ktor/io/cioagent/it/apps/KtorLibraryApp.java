package io.cioagent.it.apps;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.ktor.client.HttpClient;
import io.ktor.client.HttpClientKt;
import io.ktor.client.engine.apache5.Apache5;
import io.ktor.client.request.HttpRequestBuilder;
import io.ktor.client.request.HttpRequestKt;
import io.ktor.client.statement.HttpResponse;
import io.ktor.client.statement.HttpResponseKt;
import io.ktor.client.statement.HttpStatement;
import io.ktor.http.ContentType;
import io.ktor.http.HttpMethod;
import io.ktor.http.content.TextContent;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import kotlin.Unit;
import kotlin.coroutines.EmptyCoroutineContext;
import kotlinx.coroutines.BuildersKt;

/** Through Ktor's client on Apache HttpClient 5. */
public final class KtorLibraryApp extends LibraryApp {

  private final HttpClient client =
      HttpClientKt.HttpClient(
          Apache5.INSTANCE,
          config -> {
            config.setFollowRedirects(false);
            return Unit.INSTANCE;
          });

  private KtorLibraryApp() {
    super("sync");
  }

  public static void main(String[] arguments) throws IOException {
    new KtorLibraryApp().run(arguments);
  }

  @Override
  protected String send(String way, Outgoing request) throws Exception {
    HttpRequestBuilder built = new HttpRequestBuilder();
    built.setMethod(new HttpMethod(request.method()));
    HttpRequestKt.url(built, request.url());
    built.getHeaders().append("Authorization", Secrets.BASIC);
    if (request.hasBody()) {
      ContentType json = ContentType.Application.INSTANCE.getJson();
      built.setBody(new TextContent(request.body(), json, null));
    }
    HttpResponse response =
        BuildersKt.runBlocking(
            EmptyCoroutineContext.INSTANCE,
            (scope, rest) -> new HttpStatement(built, client).execute(rest));
    String body =
        BuildersKt.runBlocking(
            EmptyCoroutineContext.INSTANCE,
            (scope, rest) -> HttpResponseKt.bodyAsText(response, UTF_8, rest));
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
