package io.cioagent.it.apps;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.resolver.DefaultAddressResolverGroup;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.http.client.reactive.HttpComponentsClientHttpConnector;
import org.springframework.http.client.reactive.JettyClientHttpConnector;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/**
 * Through Spring's WebClient: on Reactor Netty, or in the ways {@code jetty} and {@code apache}.
 */
public final class WebClientLibraryApp extends LibraryApp {

  /** Asks the JDK for addresses, which knows the ones that the tests made up. */
  private static final HttpClient CLIENT =
      HttpClient.create().resolver(DefaultAddressResolverGroup.INSTANCE);

  private static final ClientHttpConnector NETTY = new ReactorClientHttpConnector(CLIENT);

  private final ClientHttpConnector follower =
      new ReactorClientHttpConnector(CLIENT.followRedirect(true));
  private final ClientHttpConnector impatient =
      new ReactorClientHttpConnector(CLIENT.responseTimeout(Duration.ofMillis(250)));
  private final ClientHttpConnector jetty = new JettyClientHttpConnector();
  private final ClientHttpConnector apache =
      new HttpComponentsClientHttpConnector(
          HttpAsyncClients.custom().disableAutomaticRetries().build());

  private WebClientLibraryApp() {
    super("sync", "async", "jetty", "apache", "follow", "timeout", "start");
  }

  public static void main(String[] arguments) throws IOException {
    new WebClientLibraryApp().run(arguments);
  }

  @Override
  protected String send(String way, Outgoing request) {
    return fetch(connector(way), request).block(Duration.ofSeconds(10));
  }

  @Override
  protected StartedRequest begin(Outgoing request) {
    CompletableFuture<String> answer = fetch(NETTY, request).toFuture();
    return new StartedRequest(answer, () -> answer.cancel(true));
  }

  /** Nothing is sent before somebody subscribes. */
  public static Mono<String> fetch(Outgoing request) {
    return fetch(NETTY, request);
  }

  private ClientHttpConnector connector(String way) {
    switch (way) {
      case "follow":
        return follower;
      case "timeout":
        return impatient;
      case "jetty":
        return jetty;
      case "apache":
        return apache;
      default:
        return NETTY;
    }
  }

  private static Mono<String> fetch(ClientHttpConnector connector, Outgoing request) {
    WebClient.RequestBodySpec spec =
        WebClient.builder()
            .clientConnector(connector)
            .build()
            .method(HttpMethod.valueOf(request.method()))
            .uri(request.uri())
            .header("Authorization", Secrets.BASIC);
    if (request.hasBody()) {
      spec.contentType(MediaType.APPLICATION_JSON).bodyValue(request.body());
    }
    return spec.retrieve()
        .toEntity(byte[].class)
        .map(WebClientLibraryApp::show)
        .onErrorResume(WebClientResponseException.class, e -> Mono.just(show(e)));
  }

  private static String show(WebClientResponseException refused) {
    return show(
        refused.getStatusCode().value(),
        refused.getResponseBodyAsString(),
        headers(refused.getHeaders()));
  }

  private static String show(ResponseEntity<byte[]> response) {
    byte[] body = response.getBody();
    return show(
        response.getStatusCode().value(),
        body == null ? "" : new String(body, UTF_8),
        headers(response.getHeaders()));
  }

  private static Map<String, Object> headers(HttpHeaders headers) {
    Map<String, Object> all = new TreeMap<>();
    headers.forEach(all::put);
    return all;
  }
}
