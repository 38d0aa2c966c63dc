package io.cioagent.it.apps;

import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.server.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URL;

/** One request to a server in the same JVM. */
public final class ArmeriaExchange implements Runnable {
  @Override
  public void run() {
    Server server =
        Server.builder().http(0).service("/", (context, request) -> HttpResponse.of(200)).build();
    server.start().join();
    try {
      URL url = new URL("http://127.0.0.1:" + server.activeLocalPort() + "/");
      ((HttpURLConnection) url.openConnection()).getResponseCode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      server.stop().join();
    }
  }
}
