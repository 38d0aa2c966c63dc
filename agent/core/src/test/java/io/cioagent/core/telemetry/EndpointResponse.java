package io.cioagent.core.telemetry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/** The response of the endpoint to a real request. */
final class EndpointResponse {
  final int status;
  final String contentType;
  final String contentEncoding;
  final String allow;
  final String body;

  private EndpointResponse(HttpURLConnection connection) throws IOException {
    status = connection.getResponseCode();
    contentType = connection.getContentType();
    contentEncoding = connection.getContentEncoding();
    allow = connection.getHeaderField("Allow");
    InputStream raw = status < 400 ? connection.getInputStream() : connection.getErrorStream();
    InputStream in = "gzip".equals(contentEncoding) && raw != null ? new GZIPInputStream(raw) : raw;
    body = in == null ? "" : text(in);
  }

  private static String text(InputStream in) throws IOException {
    try (InputStream closing = in) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] buffer = new byte[8192];
      for (int count = closing.read(buffer); count >= 0; count = closing.read(buffer)) {
        out.write(buffer, 0, count);
      }
      return out.toString("UTF-8");
    }
  }

  /**
   * @param headers alternating names and values
   */
  static EndpointResponse to(String method, String url, String... headers) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) new URL(url).openConnection();
    connection.setConnectTimeout(10_000);
    connection.setReadTimeout(10_000);
    connection.setRequestMethod(method);
    for (int i = 0; i < headers.length; i += 2) {
      connection.setRequestProperty(headers[i], headers[i + 1]);
    }
    if ("POST".equals(method) || "PUT".equals(method)) {
      connection.setDoOutput(true);
      connection.getOutputStream().write("x".getBytes(StandardCharsets.UTF_8));
    }
    return new EndpointResponse(connection);
  }
}
