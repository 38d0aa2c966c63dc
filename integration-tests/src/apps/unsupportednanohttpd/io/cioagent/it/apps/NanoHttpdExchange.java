package io.cioagent.it.apps;

import fi.iki.elonen.NanoHTTPD;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URL;

/** One request to a server in the same JVM. */
public final class NanoHttpdExchange implements Runnable {
  @Override
  public void run() {
    NanoHTTPD server =
        new NanoHTTPD("127.0.0.1", 0) {
          @Override
          public Response serve(IHTTPSession session) {
            return newFixedLengthResponse("");
          }
        };
    try {
      server.start();
      URL url = new URL("http://127.0.0.1:" + server.getListeningPort() + "/");
      ((HttpURLConnection) url.openConnection()).getResponseCode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      server.stop();
    }
  }
}
