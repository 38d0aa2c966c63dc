package io.cioagent.it.receiver;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A request, byte by byte. */
final class Post {

  private static final String TIMESTAMP = "1789000150";

  private final String method;
  private final String path;
  private final List<String> headers;
  private final byte[] body;

  /** 0 for a body of known length, else the size of its chunks. */
  private final int chunk;

  private Post(String method, String path, List<String> headers, byte[] body, int chunk) {
    this.method = method;
    this.path = path;
    this.headers = headers;
    this.body = body;
    this.chunk = chunk;
  }

  /** As any client would. */
  String path() {
    return path;
  }

  String method() {
    return method;
  }

  /** As lines, in their order. */
  List<String> headers() {
    return headers;
  }

  static Post plain(String path, byte[] body) {
    return new Post(
        "POST", path, List.of("Host: receiver.test", "Content-Type: application/json"), body, 0);
  }

  /** As Customer.io does, with a signature that no key verifies. */
  static Post webhook(String path, byte[] body) {
    return plain(path, body)
        .header("X-CIO-Timestamp: " + TIMESTAMP)
        .header("X-CIO-Signature: " + "0a".repeat(32));
  }

  /** As Customer.io does. */
  static Post signed(String path, byte[] body, String key) {
    return plain(path, body)
        .header("X-CIO-Timestamp: " + TIMESTAMP)
        .header("X-CIO-Signature: " + signature(body, key));
  }

  private static String signature(byte[] body, String key) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA256"));
      mac.update(("v0:" + TIMESTAMP + ":").getBytes(UTF_8));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  Post method(String other) {
    return new Post(other, path, headers, body, chunk);
  }

  /** Instead of one of the same name. */
  Post header(String line) {
    String name = line.substring(0, line.indexOf(':') + 1);
    List<String> all = new ArrayList<>(headers);
    all.removeIf(header -> header.startsWith(name));
    all.add(line);
    return new Post(method, path, all, body, chunk);
  }

  Post chunked(int size) {
    return new Post(method, path, headers, body, size);
  }

  byte[] body() {
    return body;
  }

  byte[] head() {
    List<String> lines = new ArrayList<>(List.of(method + " " + path + " HTTP/1.1"));
    lines.addAll(headers);
    lines.add(chunk > 0 ? "Transfer-Encoding: chunked" : "Content-Length: " + body.length);
    return (String.join("\r\n", lines) + "\r\n\r\n").getBytes(ISO_8859_1);
  }

  byte[] framedBody() {
    if (chunk == 0) {
      return body;
    }
    ByteArrayOutputStream framed = new ByteArrayOutputStream();
    for (int from = 0; from < body.length; from += chunk) {
      int size = Math.min(chunk, body.length - from);
      framed.writeBytes((Integer.toHexString(size) + "\r\n").getBytes(ISO_8859_1));
      framed.write(body, from, size);
      framed.writeBytes("\r\n".getBytes(ISO_8859_1));
    }
    framed.writeBytes("0\r\n\r\n".getBytes(ISO_8859_1));
    return framed.toByteArray();
  }

  @Override
  public String toString() {
    return method + " " + path + " " + body.length + (chunk > 0 ? " in chunks of " + chunk : "");
  }
}
