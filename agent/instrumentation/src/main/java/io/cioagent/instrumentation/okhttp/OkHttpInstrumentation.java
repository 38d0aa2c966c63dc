package io.cioagent.instrumentation.okhttp;

import static io.cioagent.core.call.ErrorType.Kind.CANCELLED;
import static io.cioagent.core.call.ErrorType.Kind.RESET;
import static io.cioagent.instrumentation.Shape.after;
import static io.cioagent.instrumentation.Shape.around;
import static io.cioagent.instrumentation.Shape.aroundReturn;
import static io.cioagent.instrumentation.Signature.method;
import static io.cioagent.instrumentation.Value.RETURNED;
import static io.cioagent.instrumentation.Value.THIS;
import static io.cioagent.instrumentation.Value.argument;
import static io.cioagent.instrumentation.Value.field;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.LibraryInstrumentation;
import io.cioagent.instrumentation.MethodMatcher;

/**
 * Weaves three places. The one implementation of {@code Call} has the application's request and its
 * result. The innermost interceptor has each exchange on the wire: the client follows redirects and
 * retries on its own, and so do interceptors of the application. The innermost sources have the
 * bytes of answers.
 *
 * <p>An {@code Interceptor} added to each client would be less code. It would change the
 * application's clients, and see neither redirects nor the bytes that the application reads.
 */
public final class OkHttpInstrumentation extends LibraryInstrumentation {
  private static final MethodMatcher ENQUEUE = method("enqueue", "okhttp3.Callback");

  private static final MethodMatcher RUN =
      method("getResponseWithInterceptorChain*")
          .or(method("getResponseWithInterceptorChain", "boolean"));

  private static final MethodMatcher TIMEOUT_EXIT = method("timeoutExit", "java.io.IOException");

  public OkHttpInstrumentation(Observer observer) {
    // Up to 4.3.
    type("okhttp3.RealCall")
        .lacking(TIMEOUT_EXIT)
        .required(ENQUEUE, around(THIS), OkHttpAdapters.Enqueue.class)
        .required(RUN, around(THIS), OkHttpAdapters.Run.class);
    // 3.12 and 3.13.
    type("okhttp3.RealCall")
        .having(TIMEOUT_EXIT)
        .required(ENQUEUE, around(THIS, field("client")), OkHttpAdapters.LateTimeoutEnqueue.class)
        .required(RUN, around(THIS), OkHttpAdapters.LateTimeoutRun.class)
        .required(TIMEOUT_EXIT, aroundReturn(THIS, argument(0)), OkHttpAdapters.Failure.class);
    // 3.14 to 4.3.
    type("okhttp3.internal.connection.Transmitter")
        .required(
            method("noMoreExchanges", "java.io.IOException"),
            aroundReturn(field("call"), argument(0)),
            OkHttpAdapters.Failure.class);
    // Since 4.4.
    type("okhttp3.internal.connection.RealCall")
        .required(ENQUEUE, around(THIS), OkHttpAdapters.Enqueue.class)
        .required(RUN, around(THIS), OkHttpAdapters.Run.class)
        .required(
            method("noMoreExchanges*", "java.io.IOException"),
            aroundReturn(THIS, argument(0)),
            OkHttpAdapters.Failure.class);

    // Up to 3.3.
    type("okhttp3.internal.http.HttpEngine")
        .required(
            method("readResponse"),
            around(field("networkRequest"), field("userResponse")),
            OkHttpAdapters.EngineWire.class)
        .required(
            method("readNetworkResponse"),
            after(THIS, RETURNED),
            OkHttpAdapters.EngineAnswer.class);
    // Since 3.4.
    type("okhttp3.internal.http.CallServerInterceptor")
        .required(
            method("intercept", "okhttp3.Interceptor$Chain"),
            around(THIS, argument(0)),
            OkHttpAdapters.Wire.class);

    // All readers of a body come to one of these.
    type(
            "okhttp3.internal.http.Http1xStream$FixedLengthSource",
            "okhttp3.internal.http.Http1xStream$ChunkedSource",
            "okhttp3.internal.http.Http1xStream$UnknownLengthSource",
            "okhttp3.internal.http1.Http1Codec$FixedLengthSource",
            "okhttp3.internal.http1.Http1Codec$ChunkedSource",
            "okhttp3.internal.http1.Http1Codec$UnknownLengthSource",
            "okhttp3.internal.http1.Http1ExchangeCodec$FixedLengthSource",
            "okhttp3.internal.http1.Http1ExchangeCodec$ChunkedSource",
            "okhttp3.internal.http1.Http1ExchangeCodec$UnknownLengthSource",
            "okhttp3.internal.framed.FramedStream$FramedDataSource",
            "okhttp3.internal.http2.Http2Stream$FramingSource")
        .required(
            method("read", "okio.Buffer", "long"),
            aroundReturn(THIS, argument(0)),
            Sources.Read.class)
        // It may skip the rest of the answer before.
        .required(method("close"), after(THIS), Sources.Close.class);

    errors(
        RESET,
        "okhttp3.internal.http2.StreamResetException",
        "okhttp3.internal.http2.ConnectionShutdownException");
    errorMessages(RESET, "java.net.ProtocolException", "unexpected end of stream");
    errorMessages(CANCELLED, "java.io.IOException", "Canceled");
    errorMessages(
        CANCELLED,
        "java.io.InterruptedIOException",
        "interrupted",
        "thread interrupted",
        "executor rejected");
  }
}
