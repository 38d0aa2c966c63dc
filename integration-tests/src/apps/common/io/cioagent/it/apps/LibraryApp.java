package io.cioagent.it.apps;

import io.cioagent.it.apps.customerio.LibraryCustomerIoClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * An application that sends requests through one HTTP library, in whichever ways that offers. One
 * client object serves all of them where the library allows it: Customer.io and everybody else.
 *
 * <p>The ways that block until the answer is there, told to {@link #send}:
 *
 * <ul>
 *   <li>{@code sync}: as most people do
 *   <li>{@code streamed}: the length of the request's body is not known before
 *   <li>{@code unread}: the answer is closed or dropped, its body never read
 *   <li>{@code reused}: for the same address always the very same request object
 *   <li>{@code relative}: the request knows its path only; the host comes from elsewhere
 *   <li>{@code proxy}: through {@link #proxy()}
 *   <li>{@code follow}: redirects are followed, as they are in no other way
 *   <li>{@code timeout}: patient for 250 ms
 * </ul>
 *
 * <p>And those told to {@link #begin}: {@code async}, which completes on another thread, and {@code
 * start}, which leaves the request pending until the command {@code http-cancel}.
 */
public abstract class LibraryApp {

  /** Ends in an answer or an exception. */
  @FunctionalInterface
  interface Work {
    String run() throws Exception;
  }

  private final TreeSet<String> ways;
  private int proxyPort;
  private StartedRequest last;

  protected LibraryApp(String... ways) {
    this.ways = new TreeSet<>(Arrays.asList(ways));
  }

  /**
   * Sends, waits, and {@linkplain #show shows} the answer; exceptions as the library throws them.
   */
  protected abstract String send(String way, Outgoing request) throws Exception;

  /** Begins what completes later, and {@linkplain #show shows} the answer then. */
  protected StartedRequest begin(Outgoing request) throws Exception {
    throw new UnsupportedOperationException("nothing begins " + request.url());
  }

  /** Takes commands; its arguments are an address at a Customer.io host and a proxy's port. */
  protected final void run(String[] arguments) throws IOException {
    proxyPort = Integer.parseInt(arguments[1]);
    Console console =
        new Console()
            .on("ways", words -> String.join(" ", ways))
            .on("http", words -> call(words.get(0), outgoing(words)))
            .on("http-cancel", words -> cancelled())
            .on(
                "http-concurrent",
                words -> concurrent(words.get(0), Integer.parseInt(words.get(4)), outgoing(words)));
    String base = arguments[0];
    ClientCalls.register(console, base, new LibraryCustomerIoClient(this, base)).run();
    // Some libraries leave threads behind that end a minute later, or never.
    System.exit(0);
  }

  /** One exchange in one of the ways. */
  public final String call(String way, Outgoing request) throws Exception {
    require(way);
    switch (way) {
      case "start":
        last = begin(request);
        return "started";
      case "async":
        return begin(request).answer().get(30, TimeUnit.SECONDS);
      default:
        return send(way, request);
    }
  }

  /** By the library's own means where it has some. */
  public final CompletableFuture<String> async(Outgoing request) throws Exception {
    return ways.contains("async")
        ? begin(request).answer()
        : StartedRequest.inThePool(() -> send("sync", request), () -> {}).answer();
  }

  /** Where the proxy listens. */
  protected final InetSocketAddress proxy() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), proxyPort);
  }

  /** What an application could see of an answer; headers in no order of their own. */
  protected static String show(int status, String body, Map<String, ?> headers) {
    Map<String, Object> sorted = new TreeMap<>();
    headers.forEach((name, value) -> sorted.put(String.valueOf(name), value));
    return status + " " + body + " " + sorted;
  }

  private String cancelled() throws InterruptedException {
    last.cancel();
    try {
      return last.answer().get(30, TimeUnit.SECONDS);
    } catch (Exception expected) {
      return "cancelled " + Console.describe(expected);
    }
  }

  /** So many requests at once; the answer counts them by status. */
  private String concurrent(String way, int count, Outgoing request) throws Exception {
    require(way);
    CountDownLatch together = new CountDownLatch(1);
    List<CompletableFuture<String>> answers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      answers.add(
          way.equals("async")
              ? begin(request).answer()
              : StartedRequest.inThePool(
                      () -> {
                        together.await();
                        return send(way, request);
                      },
                      () -> {})
                  .answer());
    }
    together.countDown();
    Map<String, Integer> byStatus = new TreeMap<>();
    for (CompletableFuture<String> answer : answers) {
      byStatus.merge(answer.get(30, TimeUnit.SECONDS).split(" ", 2)[0], 1, Integer::sum);
    }
    return byStatus.toString();
  }

  private void require(String way) {
    if (!ways.contains(way)) {
      throw new UnsupportedOperationException("not a way of this library: " + way);
    }
  }

  private static Outgoing outgoing(List<String> words) {
    return new Outgoing(words.get(1), words.get(2), words.get(3));
  }
}
