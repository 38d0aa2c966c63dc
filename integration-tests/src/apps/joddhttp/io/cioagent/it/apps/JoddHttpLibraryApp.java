package io.cioagent.it.apps;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import jodd.http.HttpException;
import jodd.http.HttpRequest;
import jodd.http.HttpResponse;
import jodd.http.ProxyInfo;
import jodd.http.net.SocketHttpConnectionProvider;

/**
 * Through Jodd HTTP 5 and 6. A way of its own: {@code opened}, where the connection is opened
 * before the request is sent.
 */
public final class JoddHttpLibraryApp extends LibraryApp {

  private final Map<String, HttpRequest> requests = new ConcurrentHashMap<>();

  private JoddHttpLibraryApp() {
    super("sync", "async", "unread", "reused", "opened", "proxy", "follow", "timeout");
  }

  public static void main(String[] arguments) throws IOException {
    new JoddHttpLibraryApp().run(arguments);
  }

  @Override
  protected String send(String way, Outgoing request) {
    HttpRequest built = built(request);
    switch (way) {
      case "unread":
        HttpResponse response = built.send();
        response.close();
        return response.statusCode() + " unread";
      case "reused":
        String key = request.method() + " " + request.url();
        return show(requests.computeIfAbsent(key, each -> built).send());
      case "opened":
        return show(built.open().send());
      case "proxy":
        SocketHttpConnectionProvider proxied = new SocketHttpConnectionProvider();
        proxied.useProxy(
            ProxyInfo.httpProxy(proxy().getHostString(), proxy().getPort(), null, null));
        return show(built.withConnectionProvider(proxied).send());
      case "follow":
        return show(built.followRedirects(true).send());
      case "timeout":
        return show(built.timeout(250).send());
      default:
        return show(built.send());
    }
  }

  @Override
  protected StartedRequest begin(Outgoing request) {
    return new StartedRequest(
        built(request).sendAsync().thenApply(JoddHttpLibraryApp::show),
        () -> {
          throw new UnsupportedOperationException("nothing cancels a request");
        });
  }

  private static HttpRequest built(Outgoing request) {
    HttpRequest built =
        new HttpRequest()
            .method(request.method())
            .set(request.url())
            .header("Authorization", Secrets.BASIC);
    return request.hasBody() ? built.body(request.bytes(), "application/json") : built;
  }

  private static String show(HttpResponse response) {
    // Where the server leaves the connection open, so does the library.
    response.close();
    if (response.statusCode() <= 0) {
      throw new HttpException("No response");
    }
    Map<String, Object> headers = new TreeMap<>();
    for (String name : response.headerNames()) {
      headers.put(name, response.headers(name));
    }
    return show(response.statusCode(), response.unzip().bodyText(), headers);
  }
}
