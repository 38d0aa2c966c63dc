package io.cioagent.it.apps;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.fluent.Executor;
import org.apache.hc.client5.http.fluent.Request;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.CloseableHttpResponse;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.util.Timeout;

/** Through the classic clients of Apache HttpClient 5. */
public final class HttpClient5LibraryApp extends LibraryApp {

  private final CloseableHttpClient client = builder().disableRedirectHandling().build();
  private final CloseableHttpClient minimal = HttpClients.createMinimal();
  private final Map<String, HttpUriRequestBase> requests = new ConcurrentHashMap<>();

  private HttpClient5LibraryApp() {
    super(
        "sync",
        "handler",
        "fluent",
        "minimal",
        "streamed",
        "unread",
        "reused",
        "relative",
        "proxy",
        "follow",
        "timeout",
        "start");
  }

  public static void main(String[] arguments) throws IOException {
    new HttpClient5LibraryApp().run(arguments);
  }

  @Override
  protected String send(String way, Outgoing request) throws Exception {
    switch (way) {
      case "handler":
        return client.execute(built(request), HttpClient5LibraryApp::show);
      case "fluent":
        return fluent(request);
      case "minimal":
        return minimal.execute(
            host(request), built(request), HttpClientContext.create(), HttpClient5LibraryApp::show);
      case "streamed":
        return show(client, streamed(request));
      case "unread":
        try (CloseableHttpResponse response = client.execute(built(request))) {
          return response.getCode() + " unread";
        }
      case "reused":
        return show(client, requests.computeIfAbsent(request.url(), url -> built(request)));
      case "relative":
        return client.execute(host(request), relative(request), HttpClient5LibraryApp::show);
      case "proxy":
        HttpHost proxy = new HttpHost("http", proxy().getHostString(), proxy().getPort());
        try (CloseableHttpClient proxied = builder().setProxy(proxy).build()) {
          return show(proxied, built(request));
        }
      case "follow":
        try (CloseableHttpClient follower = builder().build()) {
          return show(follower, withoutCredentials(request));
        }
      case "timeout":
        HttpUriRequestBase impatient = built(request);
        impatient.setConfig(
            RequestConfig.custom().setResponseTimeout(Timeout.ofMilliseconds(250)).build());
        return show(client, impatient);
      default:
        return show(client, built(request));
    }
  }

  @Override
  protected StartedRequest begin(Outgoing request) {
    HttpUriRequestBase begun = built(request);
    return StartedRequest.inThePool(() -> show(client, begun), begun::cancel);
  }

  /** It asks again on its own, which another test looks at. */
  private static HttpClientBuilder builder() {
    return HttpClients.custom().disableAutomaticRetries();
  }

  private static HttpUriRequestBase built(Outgoing request) {
    HttpUriRequestBase built = new HttpUriRequestBase(request.method(), request.uri());
    built.setHeader("Authorization", Secrets.BASIC);
    if (request.hasBody()) {
      built.setEntity(new StringEntity(request.body(), ContentType.APPLICATION_JSON));
    }
    return built;
  }

  /** New versions take credentials to no other host, and so do not follow there. */
  private static HttpUriRequestBase withoutCredentials(Outgoing request) {
    HttpUriRequestBase built = built(request);
    built.removeHeaders("Authorization");
    return built;
  }

  /** Of a length that nobody knows before. */
  private static HttpUriRequestBase streamed(Outgoing request) {
    HttpUriRequestBase built = built(request);
    if (request.hasBody()) {
      built.setEntity(
          new InputStreamEntity(
              new ByteArrayInputStream(request.bytes()), ContentType.APPLICATION_JSON));
    }
    return built;
  }

  private static ClassicHttpRequest relative(Outgoing request) {
    ClassicHttpRequest built =
        new BasicClassicHttpRequest(request.method(), request.pathAndQuery());
    built.setHeader("Authorization", Secrets.BASIC);
    if (request.hasBody()) {
      built.setEntity(new StringEntity(request.body(), ContentType.APPLICATION_JSON));
    }
    return built;
  }

  private static HttpHost host(Outgoing request) {
    return new HttpHost(request.isTls() ? "https" : "http", request.host(), request.port());
  }

  private String fluent(Outgoing request) throws IOException {
    Request built =
        request.method().equals("PUT")
            ? Request.put(request.uri())
            : request.method().equals("POST")
                ? Request.post(request.uri())
                : Request.get(request.uri());
    built.addHeader("Authorization", Secrets.BASIC);
    if (request.hasBody()) {
      built.bodyString(request.body(), ContentType.APPLICATION_JSON);
    }
    return Executor.newInstance(client).execute(built).handleResponse(HttpClient5LibraryApp::show);
  }

  private static String show(CloseableHttpClient client, ClassicHttpRequest request)
      throws IOException, ParseException {
    try (CloseableHttpResponse response = client.execute(request)) {
      return show(response);
    }
  }

  private static String show(ClassicHttpResponse response) throws IOException, ParseException {
    HttpEntity entity = response.getEntity();
    String body = entity == null ? "" : EntityUtils.toString(entity);
    Map<String, String> headers = new TreeMap<>();
    for (Header header : response.getHeaders()) {
      headers.put(header.getName(), header.getValue());
    }
    return show(response.getCode(), body, headers);
  }
}
