package io.cioagent.core.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.MalformedURLException;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ErrorTypeTest {

  static Stream<Arguments> exceptions() {
    return Stream.of(
        arguments(new UnknownHostException("track.customer.io"), "dns"),
        arguments(new UnresolvedAddressException(), "dns"),
        arguments(new SocketTimeoutException("Read timed out"), "timeout"),
        arguments(new SocketTimeoutException("connect timed out"), "timeout"),
        arguments(new TimeoutException(), "timeout"),
        arguments(new InterruptedIOException("timeout"), "timeout"),
        arguments(new SSLException("Unsupported or unrecognized SSL message"), "tls"),
        arguments(new SSLHandshakeException("PKIX path building failed"), "tls"),
        arguments(new SSLPeerUnverifiedException("no certificate"), "tls"),
        arguments(new CancellationException(), "cancelled"),
        arguments(new InterruptedException(), "cancelled"),
        arguments(new ClosedByInterruptException(), "cancelled"),
        arguments(new ConnectException("Connection refused"), "connect"),
        arguments(new NoRouteToHostException(), "connect"),
        arguments(new PortUnreachableException(), "connect"),
        arguments(new SocketException("Connection reset"), "reset"),
        arguments(new SocketException("Broken pipe"), "reset"),
        arguments(new SocketException(), "reset"),
        arguments(new SocketException("Too many open files"), "io"),
        arguments(new EOFException(), "reset"),
        arguments(new ClosedChannelException(), "reset"),
        arguments(new AsynchronousCloseException(), "reset"),
        arguments(new IOException("Connection reset by peer"), "reset"),
        arguments(new IOException("Broken pipe"), "reset"),
        arguments(new IOException("HTTP/1.1 header parser received no bytes"), "reset"),
        arguments(new IOException("EOF reached while reading"), "reset"),
        arguments(new IOException("connection closed locally"), "reset"),
        arguments(new IOException("Premature EOF"), "reset"),
        arguments(new IOException("Invalid Http response"), "io"),
        arguments(new IOException((String) null), "io"),
        arguments(new RejectedExecutionException(), "cancelled"),
        arguments(new ProtocolException("closed"), "io"),
        arguments(new ProtocolException(), "io"),
        arguments(new FileNotFoundException("https://track.customer.io"), "io"),
        // An invalid URL: no connection was attempted, although the type suggests one.
        arguments(new MalformedURLException("For input string: \"8080api\""), "unknown"),
        arguments(new IllegalStateException("EOF"), "unknown"),
        arguments(new OutOfMemoryError(), "unknown"),
        arguments(null, "unknown"));
  }

  @ParameterizedTest
  @MethodSource("exceptions")
  void classifiesExceptions(Throwable error, String expected) {
    assertThat(ErrorType.of(error)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "java.net.http.HttpTimeoutException, timeout",
    "java.net.http.HttpConnectTimeoutException, timeout",
  })
  void classifiesExceptionsOfNewerJdks(String name, String expected) throws Exception {
    Throwable error =
        Class.forName(name)
            .asSubclass(Throwable.class)
            .getConstructor(String.class)
            .newInstance("timed out");
    assertThat(ErrorType.of(error)).isEqualTo(expected);
    assertThat(ErrorType.of(new ExecutionException(error))).isEqualTo(expected);
  }

  static Stream<Arguments> nestedExceptions() {
    return Stream.of(
        arguments(new RuntimeException(new IOException(new EOFException())), "reset"),
        arguments(new IOException("closed", new ConnectException()), "connect"),
        // java.net.http reports an unknown host this way.
        arguments(withCause(new ConnectException(), new UnresolvedAddressException()), "dns"),
        arguments(new ExecutionException(new SSLException("bad", new EOFException())), "tls"),
        arguments(new SSLException("closed", new SocketException("Connection reset")), "tls"),
        arguments(new IOException("x", new SocketTimeoutException()), "timeout"),
        arguments(new ExecutionException(new CancellationException()), "cancelled"),
        arguments(new RuntimeException(new IllegalStateException()), "unknown"));
  }

  @ParameterizedTest
  @MethodSource("nestedExceptions")
  void mostSpecificCauseWins(Throwable error, String expected) {
    assertThat(ErrorType.of(error)).isEqualTo(expected);
  }

  private static Throwable withCause(Throwable error, Throwable cause) {
    error.initCause(cause);
    return error;
  }

  @Test
  void circularCausesEnd() {
    RuntimeException first = new RuntimeException("first");
    IOException second = new IOException("second", first);
    first.initCause(second);
    assertThat(ErrorType.of(first)).isEqualTo("io");
  }

  @Test
  void endlessCausesEnd() {
    Throwable endless = new ConnectException();
    for (int i = 0; i < 10_000; i++) {
      endless = new RuntimeException("wrapped", endless);
    }
    assertThat(ErrorType.of(endless)).isEqualTo("unknown");
  }

  /** A faulty exception class of an application. */
  private static final class BrokenException extends IOException {
    @Override
    public String getMessage() {
      throw new IllegalStateException("no message");
    }

    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized")
    public Throwable getCause() {
      throw new IllegalStateException("no cause");
    }
  }

  @Test
  void exceptionWithThrowingMethodsIsUnknown() {
    assertThat(ErrorType.of(new BrokenException())).isEqualTo("io");
  }

  @Test
  void wrappersOfStagesAndFuturesAreRemoved() {
    IOException bare = new IOException("bare");
    Throwable wrapped = new ExecutionException(new ExecutionException(bare));
    assertThat(ErrorType.withoutWrapper(wrapped)).isSameAs(bare);
    assertThat(ErrorType.withoutWrapper(bare)).isSameAs(bare);
    ExecutionException empty = new ExecutionException(null);
    assertThat(ErrorType.withoutWrapper(empty)).isSameAs(empty);
    assertThat(ErrorType.withoutWrapper(null)).isNull();
  }
}
