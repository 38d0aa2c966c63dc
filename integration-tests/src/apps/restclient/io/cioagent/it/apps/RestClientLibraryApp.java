package io.cioagent.it.apps;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.eclipse.jetty.client.WWWAuthenticationProtocolHandler;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.client.JettyClientHttpRequestFactory;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientResponseException;
import org.springframework.web.client.RestTemplate;

/**
 * Through RestClient of Spring 6.1 and 7: on java.net.http, or in the ways {@code simple}, {@code
 * apache} and {@code jetty}; and through RestTemplate on the same client, {@code template}.
 */
public final class RestClientLibraryApp extends LibraryApp {

  private final JdkClientHttpRequestFactory jdk = jdk(HttpClient.Redirect.NEVER);
  private final JdkClientHttpRequestFactory follower = jdk(HttpClient.Redirect.NORMAL);
  private final JdkClientHttpRequestFactory impatient = jdk(HttpClient.Redirect.NEVER);
  private final ClientHttpRequestFactory simple = new SimpleClientHttpRequestFactory();
  private final ClientHttpRequestFactory apache =
      new HttpComponentsClientHttpRequestFactory(
          HttpClients.custom().disableAutomaticRetries().build());
  private final ClientHttpRequestFactory jetty;

  private RestClientLibraryApp(org.eclipse.jetty.client.HttpClient started) {
    super("sync", "template", "simple", "apache", "jetty", "follow", "timeout");
    jetty = new JettyClientHttpRequestFactory(started);
    impatient.setReadTimeout(Duration.ofMillis(250));
  }

  public static void main(String[] arguments) throws Exception {
    org.eclipse.jetty.client.HttpClient jetty = new org.eclipse.jetty.client.HttpClient();
    jetty.start();
    // Otherwise a 401 that names no scheme is an exception, at the latest possible moment.
    jetty.getProtocolHandlers().remove(WWWAuthenticationProtocolHandler.NAME);
    new RestClientLibraryApp(jetty).run(arguments);
  }

  @Override
  protected String send(String way, Outgoing request) throws IOException {
    try {
      return show(way.equals("template") ? template(request) : fetch(factory(way), request));
    } catch (RestClientResponseException e) {
      return show(
          e.getStatusCode().value(), e.getResponseBodyAsString(), headers(e.getResponseHeaders()));
    }
  }

  private ClientHttpRequestFactory factory(String way) {
    return switch (way) {
      case "follow" -> follower;
      case "timeout" -> impatient;
      case "simple" -> simple;
      case "apache" -> apache;
      case "jetty" -> jetty;
      default -> jdk;
    };
  }

  private static ResponseEntity<byte[]> fetch(ClientHttpRequestFactory factory, Outgoing request) {
    RestClient.RequestBodySpec spec =
        RestClient.create(new RestTemplate(factory))
            .method(HttpMethod.valueOf(request.method()))
            .uri(request.uri())
            .header("Authorization", Secrets.BASIC);
    if (request.hasBody()) {
      spec.contentType(MediaType.APPLICATION_JSON).body(request.bytes());
    }
    return spec.retrieve().toEntity(byte[].class);
  }

  private ResponseEntity<byte[]> template(Outgoing request) {
    HttpHeaders headers = new HttpHeaders();
    headers.set("Authorization", Secrets.BASIC);
    if (request.hasBody()) {
      headers.setContentType(MediaType.APPLICATION_JSON);
    }
    HttpEntity<byte[]> entity =
        new HttpEntity<>(request.hasBody() ? request.bytes() : null, headers);
    return new RestTemplate(jdk)
        .exchange(request.uri(), HttpMethod.valueOf(request.method()), entity, byte[].class);
  }

  private static JdkClientHttpRequestFactory jdk(HttpClient.Redirect redirects) {
    return new JdkClientHttpRequestFactory(
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(redirects)
            .build());
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
