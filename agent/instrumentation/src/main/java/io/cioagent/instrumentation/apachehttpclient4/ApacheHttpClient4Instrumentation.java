package io.cioagent.instrumentation.apachehttpclient4;

import static io.cioagent.core.call.ErrorType.Kind.CANCELLED;
import static io.cioagent.core.call.ErrorType.Kind.RESET;
import static io.cioagent.instrumentation.Shape.around;
import static io.cioagent.instrumentation.Signature.method;
import static io.cioagent.instrumentation.Value.THIS;
import static io.cioagent.instrumentation.Value.argument;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.LibraryInstrumentation;
import io.cioagent.instrumentation.Signature;

/**
 * Weaves two places. The clients have one method that all ways of executing lead to: it has the
 * application's request and its result. HttpCore's executor has each exchange on the wire: the
 * client follows redirects, answers challenges and retries on its own.
 *
 * <p>Interceptors added to each client would see neither a failed connection nor the end of a
 * request, and would change the application's clients.
 */
public final class ApacheHttpClient4Instrumentation extends LibraryInstrumentation {
  /** Up to 4.2 it is called execute. */
  private static final Signature EXECUTE = execute("doExecute").or(execute("execute"));

  public ApacheHttpClient4Instrumentation(Observer observer) {
    type(
            "org.apache.http.impl.client.InternalHttpClient",
            "org.apache.http.impl.client.MinimalHttpClient",
            "org.apache.http.impl.client.AbstractHttpClient")
        .required(
            EXECUTE,
            around(THIS, argument(0), argument(1)),
            ApacheHttpClient4Adapters.Execute.class);
    type("org.apache.http.protocol.HttpRequestExecutor")
        .required(
            method(
                "execute",
                "org.apache.http.HttpRequest",
                "org.apache.http.HttpClientConnection",
                "org.apache.http.protocol.HttpContext"),
            around(THIS, argument(0), argument(2)),
            ApacheHttpClient4Adapters.Wire.class);
    classifyErrors();
  }

  /** Also called for the asynchronous client, which can be used without the classes above. */
  public static void classifyErrors() {
    errors(
        RESET,
        "org.apache.http.NoHttpResponseException",
        "org.apache.http.ConnectionClosedException",
        "org.apache.http.TruncatedChunkException");
    errors(CANCELLED, "org.apache.http.impl.execchain.RequestAbortedException");
    errorMessages(CANCELLED, "java.io.InterruptedIOException", "Connection has been shut down");
  }

  private static Signature execute(String name) {
    return method(
        name,
        "org.apache.http.HttpHost",
        "org.apache.http.HttpRequest",
        "org.apache.http.protocol.HttpContext");
  }
}
