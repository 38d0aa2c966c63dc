package io.cioagent.it.apps;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URL;

/** Reads the answer of a send in all the ways that the stream of a connection offers. */
public final class UrlConnectionAnswersApp {

  private UrlConnectionAnswersApp() {}

  public static void main(String[] arguments) throws IOException {
    new Console().on("send", words -> send(words.get(0), words.get(1))).run();
  }

  private static String send(String how, String address) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) new URL(address).openConnection();
    connection.setRequestMethod("POST");
    connection.setDoOutput(true);
    try (OutputStream out = connection.getOutputStream()) {
      out.write('{');
      out.write('}');
    }
    try (InputStream in = connection.getInputStream()) {
      return in.getClass().getName() + " " + in.markSupported() + " " + read(how, in);
    }
  }

  private static String read(String how, InputStream in) throws IOException {
    switch (how) {
      case "one-by-one":
        StringBuilder text = new StringBuilder();
        for (int one = in.read(); one >= 0; one = in.read()) {
          text.append((char) one);
        }
        return text.toString();
      case "in-two-parts":
        return some(in, 9) + "|" + some(in, 200);
      case "into-the-middle":
        byte[] bytes = new byte[300];
        int count = 0;
        for (int n = in.read(bytes, 3, 5); n > 0; n = in.read(bytes, 3 + count, 7)) {
          count += n;
        }
        return new String(bytes, 3, count, ISO_8859_1);
      case "once-more":
        in.mark(100);
        String before = some(in, 25);
        in.reset();
        String again = some(in, 12);
        in.mark(100);
        return before + "|" + again + "|" + rest(in);
      case "skipped":
        return in.skip(1) + " " + some(in, 5) + " " + in.skip(3) + " " + rest(in);
      case "available":
        return some(in, 1) + (in.available() > 0) + rest(in) + in.available();
      case "after-the-end":
        return rest(in) + in.read() + in.read(new byte[3]) + in.skip(1);
      case "closed-early":
        return some(in, 5);
      default:
        throw new IllegalArgumentException(how);
    }
  }

  private static String some(InputStream in, int most) throws IOException {
    byte[] bytes = new byte[most];
    int count = 0;
    for (int n = in.read(bytes); n > 0; n = in.read(bytes, count, most - count)) {
      count += n;
    }
    return new String(bytes, 0, count, ISO_8859_1);
  }

  private static String rest(InputStream in) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] buffer = new byte[64];
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      bytes.write(buffer, 0, n);
    }
    return bytes.toString(ISO_8859_1.name());
  }
}
