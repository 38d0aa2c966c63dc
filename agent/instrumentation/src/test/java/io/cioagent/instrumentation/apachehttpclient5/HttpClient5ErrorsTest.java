package io.cioagent.instrumentation.apachehttpclient5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.cioagent.core.call.Exchange;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Ended;
import java.io.InterruptedIOException;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.HttpHostConnectException;
import org.apache.hc.client5.http.impl.classic.RequestAbortedException;
import org.apache.hc.client5.http.impl.classic.RequestFailedException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.TruncatedChunkException;
import org.apache.hc.core5.http2.H2Error;
import org.apache.hc.core5.http2.H2StreamResetException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the exceptions of the library itself say. */
class HttpClient5ErrorsTest {

  static Stream<Arguments> exceptions() {
    return Stream.of(
        arguments(new NoHttpResponseException("failed to respond"), "reset"),
        arguments(new ConnectionClosedException("Connection closed by peer"), "reset"),
        arguments(new TruncatedChunkException("Truncated chunk"), "reset"),
        arguments(new H2StreamResetException(H2Error.INTERNAL_ERROR, "reset"), "reset"),
        arguments(new ConnectTimeoutException("timed out"), "timeout"),
        arguments(new ConnectionRequestTimeoutException("timed out"), "timeout"),
        arguments(new HttpHostConnectException("refused"), "connect"),
        arguments(new RequestAbortedException("Request aborted"), "cancelled"),
        arguments(new RequestFailedException("Request aborted"), "cancelled"),
        arguments(new RequestFailedException("Request execution failed"), "io"),
        arguments(
            new RequestFailedException("Request execution failed", new UnknownHostException()),
            "dns"),
        arguments(new InterruptedIOException("Connection has been shut down"), "cancelled"),
        arguments(new InterruptedIOException(), "timeout"),
        arguments(new ClientProtocolException("Target host is not specified"), "io"));
  }

  @ParameterizedTest
  @MethodSource("exceptions")
  void errorTypeOf(Exception error, String expected) {
    Ended ended = new Ended();
    Observer observer = Ended.observer(ended);
    new HttpClient5Instrumentation(observer);
    Exchange exchange = observer.startExchange();
    exchange.attempt("PUT", "https", "track.customer.io", -1, "/api/v1/customers/1");
    exchange.end(0, error);
    assertThat(ended.calls).singleElement().extracting("errorType").isEqualTo(expected);
  }
}
