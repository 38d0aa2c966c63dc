package io.cioagent.instrumentation.apachehttpclient4;

import java.util.concurrent.CancellationException;
import org.apache.http.HttpRequest;
import org.apache.http.client.methods.HttpUriRequest;

/** Tells a request that the application aborted from one that failed. */
final class Aborted {
  private Aborted() {}

  /**
   * The client tells an abort by whatever the closed socket happened to throw.
   *
   * @return a cancellation if the application aborted the request, else {@code error}
   */
  static Throwable orElse(HttpRequest request, Throwable error) {
    if (!(request instanceof HttpUriRequest) || !((HttpUriRequest) request).isAborted()) {
      return error;
    }
    CancellationException cancelled = new CancellationException("Request aborted");
    cancelled.setStackTrace(error.getStackTrace());
    return cancelled;
  }
}
