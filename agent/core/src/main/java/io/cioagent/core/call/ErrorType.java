package io.cioagent.core.call;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.MalformedURLException;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Names why a call or an attempt failed, in the words of the label {@code error_type}. */
public final class ErrorType {
  public static final String UNKNOWN = "unknown";
  public static final String PARTIAL_FAILURE = "partial_failure";
  static final String IO = "io";

  /** Of an operation that is still under way when the JVM ends. */
  static final String UNFINISHED = "unfinished";

  private static final int SWITCHING_PROTOCOLS = 101;
  private static final int MULTI_STATUS = 207;
  private static final int MOVED_PERMANENTLY = 301;
  private static final int SEE_OTHER = 303;
  private static final int NOT_MODIFIED = 304;

  /** Long enough for every wrapper seen, short enough for a cause chain that is a circle. */
  private static final int MAX_CAUSES = 16;

  /** Kinds of exceptions, the most specific first: in a chain of causes the first of them wins. */
  public enum Kind {
    DNS,
    TIMEOUT,
    TLS,
    CONNECT,
    CANCELLED,
    RESET,
    IO,
    UNKNOWN;

    private final String value = name().toLowerCase(java.util.Locale.ROOT);
  }

  private ErrorType() {}

  /** An error type where there is no better message. */
  public static String inWords(@Nullable String errorType) {
    if (errorType == null) {
      return UNKNOWN;
    }
    if (errorType.equals(UNFINISHED)) {
      return "still in progress when the JVM exited";
    }
    return Character.isDigit(errorType.charAt(0)) ? "HTTP " + errorType : errorType;
  }

  /**
   * The error type of an answer as an outcome: null for success.
   *
   * <p>Whatever is not 2xx did not do what was asked: an unfollowed redirect is the answer of the
   * wrong region. 304 is the normal answer to a conditional read, and 101 to who asks for another
   * protocol.
   */
  static @Nullable String ofOutcome(int status) {
    if (status == MULTI_STATUS) {
      return PARTIAL_FAILURE;
    }
    boolean success =
        (status >= 200 && status < 300) || status == NOT_MODIFIED || status == SWITCHING_PROTOCOLS;
    return success ? null : Integer.toString(status);
  }

  /**
   * The error type of an answer on the wire, null for none: by OpenTelemetry's HTTP conventions a
   * client's error begins at 400, so a redirect that is followed is none.
   */
  static @Nullable String ofAttempt(int status) {
    return status >= 400 ? Integer.toString(status) : null;
  }

  /** Whether an answer is a redirect that may be followed by a GET, whatever was asked. */
  static boolean mayLoseRequest(int status) {
    return status >= MOVED_PERMANENTLY && status <= SEE_OTHER;
  }

  static boolean isRedirect(int status) {
    return status >= 300 && status < 400;
  }

  /** The error type of an exception and its causes; {@link #UNKNOWN} for null. */
  static String of(Throwable error) {
    Kind best = Kind.UNKNOWN;
    Throwable cause = error;
    for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++) {
      Kind kind = kindOf(cause);
      if (kind.compareTo(best) < 0) {
        best = kind;
      }
      cause = causeOf(cause);
    }
    return best.value;
  }

  /** The exception that a future or stage wraps in one of its own; null for null. */
  public static @Nullable Throwable withoutWrapper(@Nullable Throwable error) {
    Throwable bare = error;
    while ((bare instanceof CompletionException || bare instanceof ExecutionException)
        && bare.getCause() != null) {
      bare = bare.getCause();
    }
    return bare;
  }

  /** The application's exceptions may override {@code getCause} and throw there. */
  private static @Nullable Throwable causeOf(Throwable error) {
    try {
      return error.getCause();
    } catch (RuntimeException | Error e) {
      return null;
    }
  }

  private static Kind kindOf(Throwable cause) {
    Kind known = LibraryErrors.kindOf(cause);
    if (known != null) {
      return known;
    }
    if (cause instanceof UnknownHostException || cause instanceof UnresolvedAddressException) {
      return Kind.DNS;
    }
    if (cause instanceof SocketTimeoutException
        || cause instanceof TimeoutException
        // By name, as Java 8 has no java.net.http.
        || cause.getClass().getName().startsWith("java.net.http.HttpTimeout")
        || cause.getClass().getName().startsWith("java.net.http.HttpConnectTimeout")) {
      return Kind.TIMEOUT;
    }
    if (cause instanceof SSLException) {
      return Kind.TLS;
    }
    if (cause instanceof CancellationException
        || cause instanceof InterruptedException
        || cause instanceof RejectedExecutionException
        || cause instanceof ClosedByInterruptException) {
      return Kind.CANCELLED;
    }
    if (cause instanceof InterruptedIOException) {
      // A plain one is how several libraries say that a call took too long.
      return Kind.TIMEOUT;
    }
    if (cause instanceof ConnectException
        || cause instanceof NoRouteToHostException
        || cause instanceof PortUnreachableException) {
      return Kind.CONNECT;
    }
    if (isOutOfDescriptors(cause)) {
      return Kind.IO;
    }
    if (cause instanceof SocketException
        || cause instanceof EOFException
        || cause instanceof ClosedChannelException
        || closedByPeer(cause)) {
      return Kind.RESET;
    }
    // An address that cannot be read is an IOException too, but nothing was tried on any wire.
    boolean tried = cause instanceof IOException && !(cause instanceof MalformedURLException);
    return tried ? Kind.IO : Kind.UNKNOWN;
  }

  /** No socket could be opened; nothing was reset. */
  private static boolean isOutOfDescriptors(Throwable cause) {
    return cause.getClass() == SocketException.class
        && cause.getMessage() != null
        && cause.getMessage().startsWith("Too many open files");
  }

  /** The JDK reports a connection that ends early as an IOException; only its message differs. */
  private static boolean closedByPeer(Throwable cause) {
    if (cause.getClass() != IOException.class || cause.getMessage() == null) {
      return false;
    }
    String message = cause.getMessage();
    return message.contains("EOF")
        || message.contains("onnection reset")
        || message.contains("roken pipe")
        || message.contains("received no bytes")
        || message.contains("closed");
  }
}
