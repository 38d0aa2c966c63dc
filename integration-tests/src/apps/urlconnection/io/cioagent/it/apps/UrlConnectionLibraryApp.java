package io.cioagent.it.apps;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URL;

/** Through {@link HttpURLConnection}. */
public final class UrlConnectionLibraryApp extends LibraryApp {

  private UrlConnectionLibraryApp() {
    super("sync", "streamed", "unread", "proxy", "follow", "timeout");
  }

  public static void main(String[] arguments) throws IOException {
    new UrlConnectionLibraryApp().run(arguments);
  }

  @Override
  protected String send(String way, Outgoing request) throws IOException {
    Proxy proxy = way.equals("proxy") ? new Proxy(Proxy.Type.HTTP, proxy()) : Proxy.NO_PROXY;
    HttpURLConnection connection = (HttpURLConnection) new URL(request.url()).openConnection(proxy);
    connection.setRequestMethod(request.method());
    connection.setRequestProperty("Authorization", Secrets.BASIC);
    connection.setInstanceFollowRedirects(way.equals("follow"));
    if (way.equals("timeout")) {
      connection.setReadTimeout(250);
    }
    if (request.hasBody()) {
      connection.setDoOutput(true);
      if (way.equals("streamed")) {
        connection.setChunkedStreamingMode(16);
      }
      try (OutputStream out = connection.getOutputStream()) {
        out.write(request.bytes());
      }
    }
    int status = connection.getResponseCode();
    if (way.equals("unread")) {
      connection.disconnect();
      return status + " unread";
    }
    InputStream body = status < 400 ? connection.getInputStream() : connection.getErrorStream();
    return show(status, read(body), connection.getHeaderFields());
  }

  private static String read(InputStream in) throws IOException {
    if (in == null) {
      return "nothing";
    }
    try (InputStream open = in) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      byte[] buffer = new byte[1024];
      for (int n = open.read(buffer); n >= 0; n = open.read(buffer)) {
        bytes.write(buffer, 0, n);
      }
      return bytes.toString(ISO_8859_1.name());
    }
  }
}
