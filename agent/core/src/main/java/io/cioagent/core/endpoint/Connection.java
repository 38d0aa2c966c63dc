package io.cioagent.core.endpoint;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionReuseStrategy;
import org.apache.hc.core5.http.HeaderElements;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.DefaultConnectionReuseStrategy;
import org.apache.hc.core5.http.impl.io.DefaultBHttpServerConnection;
import org.apache.hc.core5.http.impl.io.HttpService;
import org.apache.hc.core5.http.io.HttpServerRequestHandler;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;
import org.apache.hc.core5.http.protocol.DefaultHttpProcessor;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.http.protocol.HttpProcessor;
import org.apache.hc.core5.http.protocol.ResponseConnControl;
import org.apache.hc.core5.http.protocol.ResponseContent;
import org.apache.hc.core5.http.protocol.ResponseDate;

/** One connection to the endpoint: serves its requests, one after the other, on one thread. */
final class Connection implements Runnable, HttpServerRequestHandler {
  private static final int MAX_HEADER_BYTES = 8192;
  private static final int MAX_HEADERS = 100;

  /** Longer than most scrape intervals: a scraper keeps its connection. */
  private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(130);

  private static final long FIRST_REQUEST_NANOS = TimeUnit.SECONDS.toNanos(10);
  private static final long RESPONSE_NANOS = TimeUnit.SECONDS.toNanos(30);

  /** How long a new connection is kept in any case, so that its request can arrive. */
  private static final long MIN_NANOS = TimeUnit.MILLISECONDS.toNanos(25);

  /** How long a response is written in any case. */
  private static final long MIN_RESPONSE_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** How much of a request's unread body is read so that the client can read the response. */
  private static final int MAX_UNREAD_BYTES = 1 << 20;

  private static final int UNREAD_MILLIS = 200;

  private static final HttpProcessor HEADERS =
      new DefaultHttpProcessor(
          ResponseDate.INSTANCE, ResponseContent.INSTANCE, ResponseConnControl.INSTANCE);

  private static final Http1Config LIMITS =
      Http1Config.custom()
          .setMaxLineLength(MAX_HEADER_BYTES)
          .setMaxHeaderCount(MAX_HEADERS)
          .build();

  /** What the connection does; the first can be spared first. */
  private enum State {
    IDLE(IDLE_NANOS, 0),
    FIRST_REQUEST(FIRST_REQUEST_NANOS, MIN_NANOS),
    RESPONSE(RESPONSE_NANOS, MIN_RESPONSE_NANOS);

    private final long maxNanos;
    private final long minNanos;

    State(long maxNanos, long minNanos) {
      this.maxNanos = maxNanos;
      this.minNanos = minNanos;
    }
  }

  private final Socket socket;
  private final InetAddress client;
  private final Pages pages;
  private final Consumer<Connection> closed;

  private volatile long sinceNanos = System.nanoTime();
  private volatile State state = State.FIRST_REQUEST;

  /**
   * @param closed is called once the connection is closed
   */
  Connection(Socket socket, Pages pages, Consumer<Connection> closed) throws IOException {
    this.socket = socket;
    this.client = socket.getInetAddress();
    this.pages = pages;
    this.closed = closed;
    // Otherwise a response waits 40 ms for the acknowledgement of its head.
    socket.setTcpNoDelay(true);
    socket.setSoTimeout((int) TimeUnit.NANOSECONDS.toMillis(IDLE_NANOS));
  }

  @Override
  public void run() {
    try (DefaultBHttpServerConnection http = new DefaultBHttpServerConnection(null, LIMITS)) {
      http.bind(socket);
      serve(http);
      readRest();
    } catch (Throwable failure) {
      // The client is gone or no HTTP client, or the connection was closed to make room.
    } finally {
      close();
      closed.accept(this);
    }
  }

  private void serve(DefaultBHttpServerConnection http) throws IOException, HttpException {
    Reuse reuse = new Reuse();
    HttpService service = new Service(this, reuse);
    try {
      do {
        service.handleRequest(http, HttpCoreContext.create());
        enter(State.IDLE);
      } while (reuse.isAllowed && http.isOpen());
    } catch (MessageConstraintException tooLong) {
      ClassicHttpResponse response =
          new BasicClassicHttpResponse(HttpStatus.SC_REQUEST_HEADER_FIELDS_TOO_LARGE);
      response.setHeader(HttpHeaders.CONNECTION, HeaderElements.CLOSE);
      response.setHeader(HttpHeaders.CONTENT_LENGTH, 0);
      http.sendResponseHeader(response);
      http.flush();
    }
  }

  @Override
  public void handle(ClassicHttpRequest request, ResponseTrigger trigger, HttpContext context)
      throws HttpException, IOException {
    enter(State.RESPONSE);
    ClassicHttpResponse response = pages.respond(request, client);
    if (request.getEntity() != null) {
      // The service would read it to its end.
      request.setEntity(null);
      response.setHeader(HttpHeaders.CONNECTION, HeaderElements.CLOSE);
    }
    trigger.submitResponse(response);
  }

  /**
   * Closing a socket with unread data resets the connection, and the client might not see the
   * response.
   */
  private void readRest() throws IOException {
    if (socket.isClosed()) {
      return;
    }
    socket.shutdownOutput();
    socket.setSoTimeout(UNREAD_MILLIS);
    InputStream in = socket.getInputStream();
    byte[] unused = new byte[MAX_HEADER_BYTES];
    int read = 0;
    for (int n = 0; n >= 0 && read < MAX_UNREAD_BYTES; n = in.read(unused)) {
      read += n;
    }
  }

  private void enter(State next) {
    sinceNanos = System.nanoTime();
    state = next;
  }

  boolean closeIfOverdue(long now) {
    boolean overdue = now - sinceNanos > state.maxNanos;
    if (overdue) {
      close();
    }
    return overdue;
  }

  boolean canBeSpared(long now) {
    return now - sinceNanos >= state.minNanos;
  }

  boolean isLessUsefulThan(Connection other) {
    int byState = state.compareTo(other.state);
    return byState == 0 ? sinceNanos - other.sinceNanos < 0 : byState < 0;
  }

  /** May be called by any thread; ends the connection's thread. */
  void close() {
    try {
      socket.close();
    } catch (IOException e) {
      // There is nothing left to close.
    }
  }

  /** Leaves closing to the connection: the service would close it with unread data. */
  private static final class Reuse implements ConnectionReuseStrategy {
    boolean isAllowed;

    @Override
    public boolean keepAlive(HttpRequest request, HttpResponse response, HttpContext context) {
      isAllowed = DefaultConnectionReuseStrategy.INSTANCE.keepAlive(request, response, context);
      return true;
    }
  }

  /** Does not repeat parts of an invalid request in the response. */
  private static final class Service extends HttpService {
    Service(HttpServerRequestHandler handler, ConnectionReuseStrategy reuse) {
      super(HEADERS, handler, LIMITS, reuse, null);
    }

    @Override
    protected void handleException(HttpException failure, ClassicHttpResponse response) {
      response.setCode(toStatusCode(failure));
    }
  }
}
