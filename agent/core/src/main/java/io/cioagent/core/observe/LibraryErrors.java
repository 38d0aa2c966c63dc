package io.cioagent.core.observe;

import java.util.HashMap;
import java.util.Map;

/** Exceptions of HTTP libraries, which are not there for us to see: known by name and message. */
final class LibraryErrors {
  private static final String CORE5 = "org.apache.hc.core5.http.";
  private static final String CLIENT5 = "org.apache.hc.client5.http.impl.classic.";
  private static final String JETTY = "org.eclipse.jetty.";

  /** What each class says; a subclass says the same. */
  private static final Map<String, ErrorType.Kind> BY_CLASS = new HashMap<>();

  /** What a class says with one message, over what it says with any other. */
  private static final Map<String, ErrorType.Kind> BY_MESSAGE = new HashMap<>();

  static {
    // OkHttp tells by the text alone that somebody no longer wanted an answer.
    BY_CLASS.put("okhttp3.internal.http2.StreamResetException", ErrorType.Kind.RESET);
    BY_CLASS.put("okhttp3.internal.http2.ConnectionShutdownException", ErrorType.Kind.RESET);
    for (String givenUp :
        new String[] {"Canceled", "interrupted", "thread interrupted", "executor rejected"}) {
      BY_MESSAGE.put("java.io.IOException " + givenUp, ErrorType.Kind.CANCELLED);
      BY_MESSAGE.put("java.io.InterruptedIOException " + givenUp, ErrorType.Kind.CANCELLED);
    }
    // Apache HttpClient 4, Commons HttpClient 3
    BY_CLASS.put("org.apache.http.NoHttpResponseException", ErrorType.Kind.RESET);
    BY_CLASS.put("org.apache.http.ConnectionClosedException", ErrorType.Kind.RESET);
    BY_CLASS.put("org.apache.http.TruncatedChunkException", ErrorType.Kind.RESET);
    BY_CLASS.put(
        "org.apache.http.impl.execchain.RequestAbortedException", ErrorType.Kind.CANCELLED);
    BY_CLASS.put("org.apache.commons.httpclient.NoHttpResponseException", ErrorType.Kind.RESET);
    // Apache HttpClient 5
    BY_CLASS.put(CORE5 + "NoHttpResponseException", ErrorType.Kind.RESET);
    BY_CLASS.put(CORE5 + "ConnectionClosedException", ErrorType.Kind.RESET);
    BY_CLASS.put(CORE5 + "HttpStreamResetException", ErrorType.Kind.RESET);
    BY_CLASS.put(CORE5 + "TruncatedChunkException", ErrorType.Kind.RESET);
    BY_CLASS.put(CLIENT5 + "RequestAbortedException", ErrorType.Kind.CANCELLED);
    // Interrupted, but by nothing that took too long: its cause may tell more.
    BY_CLASS.put(CLIENT5 + "RequestFailedException", ErrorType.Kind.IO);
    BY_MESSAGE.put(CLIENT5 + "RequestFailedException Request aborted", ErrorType.Kind.CANCELLED);
    BY_MESSAGE.put(
        "java.io.InterruptedIOException Connection has been shut down", ErrorType.Kind.CANCELLED);
    // Jetty client: runtime exceptions all of them, about what came over the wire or did not.
    BY_CLASS.put(JETTY + "client.HttpResponseException", ErrorType.Kind.IO);
    BY_CLASS.put(JETTY + "client.HttpRequestException", ErrorType.Kind.IO);
    BY_CLASS.put(JETTY + "http.BadMessageException", ErrorType.Kind.IO);
  }

  private LibraryErrors() {}

  /** Null where nothing is known but what the exception is of the JDK's. */
  static ErrorType.Kind kindOf(Throwable error) {
    ErrorType.Kind kind = BY_MESSAGE.get(error.getClass().getName() + ' ' + messageOf(error));
    for (Class<?> each = error.getClass();
        kind == null && each != Throwable.class;
        each = each.getSuperclass()) {
      kind = BY_CLASS.get(each.getName());
    }
    return kind;
  }

  /** An exception of the application may throw where it must not. */
  private static String messageOf(Throwable error) {
    try {
      return error.getMessage();
    } catch (RuntimeException | Error e) {
      return null;
    }
  }
}
