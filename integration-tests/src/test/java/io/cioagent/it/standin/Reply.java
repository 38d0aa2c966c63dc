package io.cioagent.it.standin;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What a {@link StandIn} does about one request. */
@FunctionalInterface
public interface Reply {

  /** Answers, and says whether the connection may be used again. */
  boolean to(ReceivedRequest request, Socket connection) throws IOException, InterruptedException;

  /** What the real service says when all is well. */
  static Reply ok() {
    return status(200);
  }

  /**
   * All is well, and the connection ends. After a redirect: on JDK 17 {@code java.net.http} forgets
   * the redirected request's timer, which later closes the connection beneath whichever request
   * uses it then (JDK-8304701).
   */
  static Reply farewell() {
    return status(200, "{}\n", "Connection: close");
  }

  static Reply status(int status) {
    return status(status, "{}\n");
  }

  static Reply status(int status, String body, String... headers) {
    return (request, connection) -> {
      boolean empty = status == 204 || status == 304;
      StringBuilder answer = new StringBuilder("HTTP/1.1 " + status + " Status " + status + "\r\n");
      for (String header : headers) {
        answer.append(header).append("\r\n");
      }
      if (request.is("Connection", "close")) {
        // Some libraries rely on it, and would send the next request over the closed connection.
        answer.append("Connection: close\r\n");
      }
      answer.append("X-Reply: ").append(status).append("\r\n");
      if (!empty) {
        answer.append("Content-Length: ").append(body.length()).append("\r\n");
      }
      answer.append("\r\n");
      if (!empty && !request.method().equals("HEAD")) {
        answer.append(body);
      }
      write(connection, answer.toString());
      return true;
    };
  }

  /** Moved elsewhere; the body is the one that the service sends to a wrong data centre. */
  static Reply redirect(int status, String location) {
    return status(
        status, "{\"errors\":[{\"detail\":\"wrong datacenter\"}]}", "Location: " + location);
  }

  /** Exactly these characters, then the end of the connection. */
  static Reply bytes(String characters) {
    return (request, connection) -> {
      write(connection, characters);
      return false;
    };
  }

  /** A whole head, and less of the body than it promised. */
  static Reply half() {
    return bytes("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"half\":");
  }

  /** Ends the connection the hard way. */
  static Reply reset() {
    return (request, connection) -> {
      connection.setSoLinger(true, 0);
      return false;
    };
  }

  /** Says nothing until the client has given up. */
  static Reply silence() {
    return (request, connection) -> {
      while (connection.getInputStream().read() >= 0) {
        // An HTTP/1.1 client sends nothing more; what counts is the end of the stream.
      }
      return false;
    };
  }

  /** The same answer, once the test lets it go. */
  default Reply once(CountDownLatch released) {
    return (request, connection) -> released.await(20, TimeUnit.SECONDS) && to(request, connection);
  }

  private static void write(Socket connection, String characters) throws IOException {
    connection.getOutputStream().write(characters.getBytes(ISO_8859_1));
    connection.getOutputStream().flush();
  }
}
