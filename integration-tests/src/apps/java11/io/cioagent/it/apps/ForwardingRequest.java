package io.cioagent.it.apps;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Optional;

/**
 * A request class of the application's own, which the JDK allows. A hostile one answers the JDK and
 * the application, but nobody else: whoever merely looks at it gets an exception.
 */
final class ForwardingRequest extends HttpRequest {

  private final HttpRequest request;
  private final boolean hostile;

  ForwardingRequest(HttpRequest request, boolean hostile) {
    this.request = request;
    this.hostile = hostile;
  }

  @Override
  public Optional<BodyPublisher> bodyPublisher() {
    refuseStrangers();
    return request.bodyPublisher();
  }

  @Override
  public String method() {
    refuseStrangers();
    return request.method();
  }

  @Override
  public Optional<Duration> timeout() {
    refuseStrangers();
    return request.timeout();
  }

  @Override
  public boolean expectContinue() {
    refuseStrangers();
    return request.expectContinue();
  }

  @Override
  public URI uri() {
    refuseStrangers();
    return request.uri();
  }

  @Override
  public Optional<HttpClient.Version> version() {
    refuseStrangers();
    return request.version();
  }

  @Override
  public HttpHeaders headers() {
    refuseStrangers();
    return request.headers();
  }

  private void refuseStrangers() {
    if (!hostile) {
      return;
    }
    StackTraceElement[] stack = new Throwable().getStackTrace();
    for (StackTraceElement frame : stack) {
      String caller = frame.getClassName();
      if (caller.startsWith("io.cioagent.") && !caller.startsWith("io.cioagent.it.")) {
        throw new UnsupportedOperationException("nobody may watch robin.vale@example.net");
      }
    }
  }
}
