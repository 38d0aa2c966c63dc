package io.cioagent.it.apps;

import java.io.IOException;
import org.apache.hc.core5.http.HttpHost;

/**
 * What only Apache HttpClient 5 can be asked for; the asynchronous clients' ways begin with {@code
 * async-}.
 */
public final class HttpClient5MoreApp extends LibraryApp {

  private static final String ASYNC = "async-";

  private final ClassicWays classic = new ClassicWays();
  private final AsyncWays async = new AsyncWays();

  private HttpClient5MoreApp() {
    super(
        "retry",
        "auth",
        "tunnel",
        "refused",
        "gateway",
        "pool",
        "nested",
        "handler-throws",
        "async-retry",
        "async-auth",
        "async-tunnel",
        "async-refused",
        "async-gateway",
        "async-pool",
        "async-consumer-throws",
        "async-callback-throws",
        "async-cancel",
        "async-follow",
        "async-h2",
        "async-h2-minimal",
        "async-h2-timeout",
        "async-h2-cancel",
        "async-minimal-cancel",
        "async-minimal-timeout");
  }

  public static void main(String[] arguments) throws IOException {
    new HttpClient5MoreApp().run(arguments);
  }

  @Override
  protected String send(String way, Outgoing request) throws Exception {
    // One that refuses is asked for by its port.
    int port = way.endsWith("refused") ? request.port() : proxy().getPort();
    HttpHost proxy = new HttpHost("http", proxy().getHostString(), port);
    return way.startsWith(ASYNC)
        ? async.send(way.substring(ASYNC.length()), request, proxy)
        : classic.send(way, request, proxy);
  }
}
