package io.cioagent.it.receiver;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.cioagent.it.harness.Await;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Locale;

/** One connection to a receiver, as Customer.io opens them. */
final class WebhookSender implements AutoCloseable {

  private final Socket socket;
  private final InputStream in;

  WebhookSender(int port) {
    try {
      socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setTcpNoDelay(true);
      socket.setSoTimeout((int) Await.SOON.toMillis());
      in = new BufferedInputStream(socket.getInputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All of it, and the answer. */
  Answer send(Post post) {
    // In one piece: how a server handles an unread body depends on how much of it has arrived.
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    request.writeBytes(post.head());
    request.writeBytes(post.framedBody());
    write(request.toByteArray());
    return answer();
  }

  /** The head alone. */
  void begin(Post post) {
    write(post.head());
  }

  void write(byte[] bytes) {
    try {
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The next answer; an interim one is one of its own. */
  Answer answer() {
    try {
      String head = head();
      int status = Integer.parseInt(head.split(" ", 3)[1]);
      if (status < 200 || status == 204) {
        return new Answer(status, head, "");
      }
      return new Answer(status, head, body(head.toLowerCase(Locale.ROOT)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Gone without a word. */
  void reset() {
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String head() throws IOException {
    StringBuilder head = new StringBuilder();
    for (String line = line(); !line.isEmpty(); line = line()) {
      head.append(line).append('\n');
    }
    return head.toString();
  }

  private String body(String head) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    if (head.contains("transfer-encoding: chunked")) {
      for (int n = chunk(); n > 0; n = chunk()) {
        body.write(in.readNBytes(n));
        line();
      }
      line();
    } else if (head.contains("content-length:")) {
      String length = head.substring(head.indexOf("content-length:") + 15).strip();
      body.write(in.readNBytes(Integer.parseInt(length.split("\n", 2)[0].strip())));
    } else {
      in.transferTo(body);
    }
    return body.toString(ISO_8859_1);
  }

  private int chunk() throws IOException {
    return Integer.parseInt(line().split(";", 2)[0].strip(), 16);
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new IOException("the server closed the connection after: " + line);
      }
      if (b != '\r') {
        line.write(b);
      }
    }
    return line.toString(ISO_8859_1);
  }
}
