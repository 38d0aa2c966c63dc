package io.cioagent.it.apps;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;

/** A request that an application is to send. */
public final class Outgoing {

  private final String method;
  private final String url;
  private final String body;

  public Outgoing(String method, String url, String body) {
    this.method = method;
    this.url = url;
    this.body = body;
  }

  public String method() {
    return method;
  }

  public String url() {
    return url;
  }

  public URI uri() {
    return URI.create(url);
  }

  public String host() {
    return uri().getHost();
  }

  /** Never -1. */
  public int port() {
    int port = uri().getPort();
    return port >= 0 ? port : isTls() ? 443 : 80;
  }

  public boolean isTls() {
    return url.startsWith("https:");
  }

  public String pathAndQuery() {
    String query = uri().getRawQuery();
    return uri().getRawPath() + (query == null ? "" : "?" + query);
  }

  public boolean hasBody() {
    return !body.isEmpty();
  }

  public String body() {
    return body;
  }

  public byte[] bytes() {
    return body.getBytes(UTF_8);
  }
}
