package io.cioagent.testapp.standin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Customer.io on a free loopback port: Track API and App API on the same port, distinguished by
 * path. It checks credentials as the real one does, and otherwise follows a {@link FaultScript}.
 */
public final class StandInServer implements Closeable {

  private static final int SHORTEST_ANSWER_MILLIS = 4;
  private static final int SPREAD_MILLIS = 30;

  private static final String READY = "/-/ready";
  private static final int READY_MILLIS = 20_000;

  private static final Pattern RECIPIENT = Pattern.compile("\"to\":\"([^\"\\\\]+)\"");

  private final HttpServer server;
  private final ExecutorService workers;
  private final FaultScript faults;
  private final Credentials credentials;
  private final int lateMillis;
  private final long seed;
  private final Random pace;
  private final Traffic traffic = new Traffic();
  private final AtomicInteger deliveries = new AtomicInteger();

  /** Reports message outcomes to the shop; null if they are not reported. */
  private volatile Reporting reporting;

  /**
   * Starts at once.
   *
   * @param lateMillis how long a late answer takes; longer than the client's patience
   */
  public StandInServer(FaultScript faults, Credentials credentials, int lateMillis, long seed)
      throws IOException {
    this.faults = faults;
    this.credentials = credentials;
    this.lateMillis = lateMillis;
    this.seed = seed;
    this.pace = new Random(seed);
    // By address, not by name: under a hosts file not even localhost need be resolvable.
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    server = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
    workers = Executors.newCachedThreadPool(StandInServer::daemon);
    server.setExecutor(workers);
    server.createContext("/", this::answer);
    server.createContext(READY, StandInServer::answerReady);
    startOnDaemonThread();
    awaitReady();
  }

  public int port() {
    return server.getAddress().getPort();
  }

  public Traffic traffic() {
    return traffic;
  }

  /** From now on {@code receiver} gets webhooks; call it once. */
  public Reporting reportTo(URL receiver, String signingKey, Day day) {
    reporting = new Reporting(receiver, signingKey, day, seed);
    return reporting;
  }

  @Override
  public void close() {
    Reporting reports = reporting;
    if (reports != null) {
      reports.close();
    }
    server.stop(0);
    workers.shutdownNow();
  }

  /**
   * The server's dispatcher takes after the thread that starts it and must not hold up the exit.
   */
  private void startOnDaemonThread() {
    Thread starter = daemon(server::start);
    starter.start();
    try {
      starter.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The first request of a JVM takes long and must not time out. */
  private void awaitReady() throws IOException {
    URL url = new URL("http://127.0.0.1:" + port() + READY);
    HttpURLConnection connection = (HttpURLConnection) url.openConnection(Proxy.NO_PROXY);
    connection.setConnectTimeout(READY_MILLIS);
    connection.setReadTimeout(READY_MILLIS);
    connection.getResponseCode();
    connection.disconnect();
  }

  private static void answerReady(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(204, -1);
    exchange.close();
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "stand-in");
    thread.setDaemon(true);
    return thread;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try {
      String request = readAll(exchange.getRequestBody());
      String path = exchange.getRequestURI().getRawPath();
      Route route = Route.of(exchange.getRequestMethod(), path);
      Answer answer = decide(exchange, route, path);
      // Before the response is sent, so that its receiver finds it counted.
      traffic.record(route, answer);
      Thread.sleep(answer == Answer.TOO_LATE ? lateMillis : usualMillis());
      if (route == Route.SEND_EMAIL && answer == Answer.OK) {
        acceptEmail(exchange, request);
      } else {
        reply(exchange, answer, body(answer));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      exchange.close();
    }
  }

  private Answer decide(HttpExchange exchange, Route route, String path) {
    if (faults.down()) {
      return Answer.UNAVAILABLE;
    }
    if (route == Route.OTHER) {
      return Answer.NOT_FOUND;
    }
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    String expected = path.startsWith("/api/v1/") ? credentials.basic : credentials.bearer;
    return expected.equals(authorization) ? faults.next(route) : Answer.UNAUTHORIZED;
  }

  private int usualMillis() {
    synchronized (pace) {
      return SHORTEST_ANSWER_MILLIS + pace.nextInt(SPREAD_MILLIS);
    }
  }

  private void acceptEmail(HttpExchange exchange, String request) throws IOException {
    String deliveryId = "stand-in-" + deliveries.incrementAndGet();
    Reporting reports = reporting;
    Matcher to = RECIPIENT.matcher(request);
    if (reports != null && to.find()) {
      // Before the response is sent, so that its receiver can wait for the reports.
      reports.accepted(deliveryId, to.group(1));
    }
    String body = "{\"delivery_id\":\"" + deliveryId + "\",\"queued_at\":1789000000}";
    reply(exchange, Answer.OK, body);
  }

  private static void reply(HttpExchange exchange, Answer answer, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(answer.status(), body.length);
    exchange.getResponseBody().write(body);
  }

  private static String body(Answer answer) {
    return answer.status() == 200
        ? "{}\n"
        : "{\"meta\":{\"error\":\"stand-in: " + answer.label() + "\"}}";
  }

  /** Reads to the end, whatever it is for: an unread body would break the connection's reuse. */
  private static String readAll(InputStream in) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] buffer = new byte[4096];
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      bytes.write(buffer, 0, n);
    }
    return new String(bytes.toByteArray(), StandardCharsets.UTF_8);
  }

  /** What a caller must show. */
  public static final class Credentials {
    private final String basic;
    private final String bearer;

    public Credentials(String siteId, String apiKey, String appApiKey) {
      byte[] pair = (siteId + ":" + apiKey).getBytes(StandardCharsets.UTF_8);
      this.basic = "Basic " + Base64.getEncoder().encodeToString(pair);
      this.bearer = "Bearer " + appApiKey;
    }
  }
}
