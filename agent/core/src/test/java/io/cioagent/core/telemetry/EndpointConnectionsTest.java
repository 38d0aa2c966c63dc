package io.cioagent.core.telemetry;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The endpoint on the wire: valid and invalid requests, and clients that hold connections. */
class EndpointConnectionsTest {
  private static final String GET = "GET /-/healthy HTTP/1.1\r\nHost: localhost\r\n\r\n";

  private static RunningTelemetry running;
  private static int port;

  private final List<Socket> sockets = new ArrayList<>();

  @BeforeAll
  static void start() throws IOException {
    running = new RunningTelemetry();
    port = URI.create(running.url).getPort();
  }

  @AfterEach
  void closeSockets() throws IOException {
    for (Socket each : sockets) {
      each.close();
    }
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(20_000);
    sockets.add(socket);
    return socket;
  }

  private Socket send(String bytes) throws IOException {
    Socket socket = connect();
    send(socket, bytes);
    return socket;
  }

  private static void send(Socket socket, String bytes) throws IOException {
    socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
    socket.getOutputStream().flush();
  }

  /** Everything until the endpoint closes the connection. */
  private static String rest(Socket socket) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    InputStream in = socket.getInputStream();
    for (int b = in.read(); b >= 0; b = in.read()) {
      all.write(b);
    }
    return new String(all.toByteArray(), ISO_8859_1);
  }

  /** The status line, after which the rest of the response is read. */
  private static String response(Socket socket) throws IOException {
    String statusLine = line(socket);
    int length = 0;
    for (String line = line(socket); !line.isEmpty(); line = line(socket)) {
      if (line.startsWith("Content-Length: ")) {
        length = Integer.parseInt(line.substring(16));
      }
    }
    for (int i = 0; i < length; i++) {
      socket.getInputStream().read();
    }
    return statusLine;
  }

  private static String line(Socket socket) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int b = socket.getInputStream().read(); b >= 0 && b != '\n'; ) {
      line.append((char) b);
      b = socket.getInputStream().read();
    }
    return line.toString().trim();
  }

  @Test
  void connectionIsKept() throws IOException {
    Socket socket = connect();
    long start = System.nanoTime();
    for (int i = 0; i < 20; i++) {
      send(socket, GET);
      assertThat(response(socket)).isEqualTo("HTTP/1.1 200 OK");
    }
    // A delayed acknowledgement alone takes 40 ms.
    assertThat(System.nanoTime() - start).isLessThan(TimeUnit.MILLISECONDS.toNanos(20 * 40));
  }

  /** Nagle's algorithm makes a response wait for an acknowledgement, which takes 40 ms. */
  @Test
  void scrapesOnAKeptConnectionAreNotDelayed() throws Exception {
    String scrape = "GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n";
    Socket socket = connect();
    // The first ones load classes, and are acknowledged at once in any case.
    fastestMillis(socket, scrape);
    double scrapes = fastestMillis(socket, scrape);
    try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread server = new Thread(() -> answerAtOnce(plain));
      server.start();
      Socket client = new Socket(plain.getInetAddress(), plain.getLocalPort());
      double baseline = fastestMillis(client, scrape);
      client.close();
      server.join(10_000);
      assertThat(scrapes).isLessThan(baseline + 20);
    }
  }

  /** Of 20. The delay would affect all, a busy machine does not. */
  private static double fastestMillis(Socket socket, String request) throws IOException {
    long fastest = Long.MAX_VALUE;
    for (int i = 0; i < 20; i++) {
      long start = System.nanoTime();
      send(socket, request);
      assertThat(response(socket)).isEqualTo("HTTP/1.1 200 OK");
      fastest = Math.min(fastest, System.nanoTime() - start);
    }
    return fastest / 1e6;
  }

  /** A server without any work: each request gets a response in one segment. */
  private static void answerAtOnce(ServerSocket server) {
    byte[] answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}".getBytes(ISO_8859_1);
    try (Socket socket = server.accept()) {
      while (!line(socket).isEmpty()) {
        while (!line(socket).isEmpty()) {
          // The rest of the request.
        }
        socket.getOutputStream().write(answer);
      }
    } catch (IOException e) {
      // The client reports that it gets no response.
    }
  }

  @Test
  void pipelinedRequestsAreAnsweredInTurn() throws IOException {
    Socket socket = send(String.join("", Collections.nCopies(50, GET)));
    for (int i = 0; i < 50; i++) {
      assertThat(response(socket)).isEqualTo("HTTP/1.1 200 OK");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /-/healthy HTTP/1.0\r\n\r\n",
        "GET /-/healthy HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        "GET http://localhost/-/healthy HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        "GET /-/healthy?name=x HTTP/1.1\r\nConnection: close\r\n\r\n",
        "GET /-/healthy HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}",
      })
  void connectionIsClosedAfterTheResponse(String request) throws IOException {
    assertThat(rest(send(request))).startsWith("HTTP/1.").contains(" 200 OK\r\n", " is up: ");
  }

  @ParameterizedTest
  @CsvSource({
    "nonsense, 400",
    "GET /metrics HTTP/9.1, 505",
    "GET /metrics http/2, 400",
    "GET, 400",
    "GET /metrics HTTP/1.1\\r\\nno-colon, 400",
    "GET /metrics HTTP/1.1\\r\\nTransfer-Encoding: unknown, 501",
    "GET /metrics HTTP/1.1\\r\\nContent-Length: x, 400",
  })
  void invalidRequestIsRefused(String request, int status) throws IOException {
    String response = rest(send(request.replace("\\r\\n", "\r\n") + "\r\n\r\n"));
    assertThat(response)
        .startsWith("HTTP/1.1 " + status + ' ')
        .contains("Connection: close")
        .doesNotContain("nonsense", "no-colon", "Exception");
  }

  @Test
  void tooLongHeadIsRefused() throws IOException {
    char[] long9k = new char[9000];
    Arrays.fill(long9k, 'x');
    String value = new String(long9k);
    for (String request :
        new String[] {
          "GET /" + value + " HTTP/1.1\r\n\r\n",
          "GET /metrics HTTP/1.1\r\nX: " + value + "\r\n\r\n",
          "GET /metrics HTTP/1.1\r\n" + String.join("", Collections.nCopies(200, "X: y\r\n")),
        }) {
      assertThat(rest(send(request))).startsWith("HTTP/1.1 431 ");
    }
  }

  @Test
  void responseToALongBodyIsReadable() throws IOException {
    Socket socket =
        send("POST /metrics HTTP/1.1\r\nHost: localhost\r\nContent-Length: 500000\r\n\r\n");
    byte[] part = new byte[50_000];
    for (int i = 0; i < 10; i++) {
      socket.getOutputStream().write(part);
    }
    assertThat(rest(socket)).startsWith("HTTP/1.1 405 ").contains("Allow: GET");
  }

  @Test
  void clientsThatHoldTheirConnectionsDoNotKeepOthersOut() throws IOException {
    // Other tests of this JVM have endpoints too.
    int others = threads();
    for (String held :
        new String[] {
          "",
          "GET /metrics HTT",
          GET,
          "POST /metrics HTTP/1.1\r\nContent-Length: 10\r\n\r\n12",
          "\u0016\u0003\u0001\u0002\u0000\u0001\u0000",
        }) {
      for (int i = 0; i < 50; i++) {
        send(held);
      }
      long start = System.nanoTime();
      assertThat(running.get("/metrics").status).as(held).isEqualTo(200);
      assertThat(System.nanoTime() - start).as(held).isLessThan(TimeUnit.SECONDS.toNanos(5));
      assertThat(threads()).as(held).isLessThanOrEqualTo(others + 32);
    }
  }

  @Test
  void clientsThatDoNotReadDoNotKeepOthersOut() throws IOException {
    String many = String.join("", Collections.nCopies(400, GET.replace("/-/healthy", "/metrics")));
    for (int i = 0; i < 20; i++) {
      send(many);
    }
    assertThat(running.get("/metrics").status).isEqualTo(200);
  }

  private static int threads() {
    int threads = 0;
    for (Thread each : Thread.getAllStackTraces().keySet()) {
      threads += each.getName().startsWith("customerio-agent-endpoint-") ? 1 : 0;
    }
    return threads;
  }
}
