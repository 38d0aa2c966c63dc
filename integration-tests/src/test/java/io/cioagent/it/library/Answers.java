package io.cioagent.it.library;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.cioagent.it.standin.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** What the service answers to a send, in all the ways that a body can come over the wire. */
final class Answers {

  /** As the real one says; without it some clients look for no body. */
  private static final String TYPE = "Content-Type: application/json";

  /** Says so, as a client that keeps the connection would find it dead. */
  private static final String HEAD = "HTTP/1.1 200 OK\r\nConnection: close\r\n" + TYPE + "\r\n";

  private Answers() {}

  static Reply plain(String deliveryId) {
    return Reply.status(200, body(deliveryId), TYPE);
  }

  static Reply gzip(String deliveryId) {
    return Reply.status(200, compressed(body(deliveryId)), TYPE, "Content-Encoding: gzip");
  }

  static Reply chunked(String deliveryId) {
    return Reply.bytes(HEAD + "Transfer-Encoding: chunked\r\n\r\n" + inChunks(body(deliveryId)));
  }

  static Reply chunkedGzip(String deliveryId) {
    return Reply.bytes(
        HEAD
            + "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n"
            + inChunks(compressed(body(deliveryId))));
  }

  /** The body ends with the connection. */
  static Reply untilClose(String deliveryId) {
    return Reply.bytes(HEAD + "\r\n" + body(deliveryId));
  }

  static Reply refusal(int status, String deliveryId) {
    return Reply.status(status, body(deliveryId), TYPE);
  }

  static Reply empty() {
    return Reply.status(200, "");
  }

  /** Far more than an answer to a send has, with an id at its end. */
  static Reply big(String deliveryId) {
    return Reply.status(
        200, "{\"more\":\"" + "x".repeat(100_000) + "\"," + member(deliveryId), TYPE);
  }

  /** What an application may have to read; the ids are made up. */
  static List<Reply> odd() {
    return List.of(
        plain("dlv-0"),
        gzip("dlv-0"),
        chunked("dlv-0"),
        chunkedGzip("dlv-0"),
        untilClose("dlv-0"),
        refusal(400, "dlv-0"),
        big("dlv-0"),
        empty(),
        Reply.status(204),
        Reply.half());
  }

  static String body(String deliveryId) {
    return "{\"queued_at\":1789000100," + member(deliveryId);
  }

  private static String member(String deliveryId) {
    return "\"delivery_id\":\"" + deliveryId + "\"}\n";
  }

  private static String inChunks(String body) {
    StringBuilder chunks = new StringBuilder();
    int size = 7;
    for (int from = 0; from < body.length(); from += size) {
      String chunk = body.substring(from, Math.min(from + size, body.length()));
      chunks
          .append(Integer.toHexString(chunk.length()))
          .append("\r\n")
          .append(chunk)
          .append("\r\n");
    }
    return chunks.append("0\r\n\r\n").toString();
  }

  /** Each byte a character. */
  private static String compressed(String body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(body.getBytes(ISO_8859_1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toString(ISO_8859_1);
  }
}
