package io.cioagent.it.apps;

import java.io.IOException;
import java.net.Proxy;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.http.client.OkHttp3ClientHttpRequestFactory;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.util.concurrent.ListenableFuture;
import org.springframework.web.client.AsyncRestTemplate;
import org.springframework.web.client.HttpStatusCodeException;
import org.springframework.web.client.RestTemplate;

/**
 * Through Spring 4's and 5's RestTemplate: on HttpURLConnection, or in the ways {@code apache} and
 * {@code okhttp}; and its AsyncRestTemplate on OkHttp.
 */
public final class RestTemplateLibraryApp extends LibraryApp {

  private final OkHttp3ClientHttpRequestFactory okhttp =
      new OkHttp3ClientHttpRequestFactory(
          new okhttp3.OkHttpClient.Builder().followRedirects(false).build());
  private final AsyncRestTemplate later = new AsyncRestTemplate(okhttp);
  private final ClientHttpRequestFactory apache = new HttpComponentsClientHttpRequestFactory();

  private RestTemplateLibraryApp() {
    super("sync", "apache", "okhttp", "async", "streamed", "proxy", "follow", "timeout", "start");
  }

  public static void main(String[] arguments) throws IOException {
    new RestTemplateLibraryApp().run(arguments);
  }

  @Override
  protected String send(String way, Outgoing request) {
    RestTemplate template = new RestTemplate(factory(way));
    try {
      return show(template.exchange(request.uri(), method(request), entity(request), byte[].class));
    } catch (HttpStatusCodeException e) {
      return show(e);
    }
  }

  private ClientHttpRequestFactory factory(String way) {
    if (way.equals("apache") || way.equals("okhttp")) {
      return way.equals("apache") ? apache : okhttp;
    }
    // It follows redirects of a GET by itself, and of nothing else.
    SimpleClientHttpRequestFactory simple = new SimpleClientHttpRequestFactory();
    simple.setBufferRequestBody(!way.equals("streamed"));
    if (way.equals("proxy")) {
      simple.setProxy(new Proxy(Proxy.Type.HTTP, proxy()));
    }
    if (way.equals("timeout")) {
      simple.setReadTimeout(250);
    }
    return simple;
  }

  @Override
  protected StartedRequest begin(Outgoing request) {
    CompletableFuture<String> answer = new CompletableFuture<>();
    ListenableFuture<ResponseEntity<byte[]>> future =
        later.exchange(request.uri(), method(request), entity(request), byte[].class);
    future.addCallback(
        response -> answer.complete(show(response)),
        thrown -> {
          if (thrown instanceof HttpStatusCodeException) {
            answer.complete(show((HttpStatusCodeException) thrown));
          } else {
            answer.completeExceptionally(thrown);
          }
        });
    return new StartedRequest(answer, () -> future.cancel(true));
  }

  private static HttpMethod method(Outgoing request) {
    return HttpMethod.valueOf(request.method());
  }

  private static HttpEntity<byte[]> entity(Outgoing request) {
    HttpHeaders headers = new HttpHeaders();
    headers.set("Authorization", Secrets.BASIC);
    if (!request.hasBody()) {
      return new HttpEntity<>(headers);
    }
    headers.setContentType(MediaType.APPLICATION_JSON);
    return new HttpEntity<>(request.bytes(), headers);
  }

  private static String show(HttpStatusCodeException refused) {
    return show(
        refused.getStatusCode().value(),
        refused.getResponseBodyAsString(),
        headers(refused.getResponseHeaders()));
  }

  private static String show(ResponseEntity<byte[]> response) {
    byte[] body = response.getBody();
    return show(
        response.getStatusCode().value(),
        body == null ? "" : new String(body, java.nio.charset.StandardCharsets.UTF_8),
        headers(response.getHeaders()));
  }

  private static Map<String, Object> headers(HttpHeaders headers) {
    Map<String, Object> all = new TreeMap<>();
    headers.forEach(all::put);
    return all;
  }
}
