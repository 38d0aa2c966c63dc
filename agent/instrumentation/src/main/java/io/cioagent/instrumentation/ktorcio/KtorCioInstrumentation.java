package io.cioagent.instrumentation.ktorcio;

import static io.cioagent.core.call.ErrorType.Kind.CONNECT;
import static io.cioagent.core.call.ErrorType.Kind.IO;
import static io.cioagent.core.call.ErrorType.Kind.RESET;
import static io.cioagent.core.call.ErrorType.Kind.TIMEOUT;
import static io.cioagent.core.call.ErrorType.Kind.TLS;
import static io.cioagent.instrumentation.MethodMatcher.anyConstructor;
import static io.cioagent.instrumentation.Shape.after;
import static io.cioagent.instrumentation.Shape.around;
import static io.cioagent.instrumentation.Shape.before;
import static io.cioagent.instrumentation.Signature.constructor;
import static io.cioagent.instrumentation.Signature.method;
import static io.cioagent.instrumentation.Value.RETURNED;
import static io.cioagent.instrumentation.Value.THIS;
import static io.cioagent.instrumentation.Value.argument;
import static io.cioagent.instrumentation.Value.field;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.LibraryInstrumentation;
import io.cioagent.instrumentation.MethodMatcher;

/**
 * Weaves the one method by which the client has the engine carry out a request, and the channels
 * from which the application reads answers. The method suspends, and is then called again by its
 * continuation until it returns.
 *
 * <p>A plugin of the client would be less code. It would change the application's clients, and not
 * see the requests that other plugins make, such as redirects and retries.
 */
public final class KtorCioInstrumentation extends LibraryInstrumentation {
  private static final String CHANNELS = "io.ktor.utils.io.";

  private static final String SERVER = "io.ktor.server.cio.";

  /** Since 3.0; before, the name is that of an interface. */
  private static final MethodMatcher MOVE = method("moveFlushToReadBuffer");

  public KtorCioInstrumentation(Observer observer) {
    type("io.ktor.client.engine.cio.CIOEngine")
        .required(
            method(
                "execute",
                "io.ktor.client.request.HttpRequestData",
                "kotlin.coroutines.Continuation"),
            around(THIS, argument(0), argument(1)),
            KtorCioAdapters.Execute.class);

    // Up to 2.3.
    type(CHANNELS + "ByteBufferChannel")
        .required(
            method(
                "bytesRead",
                "java.nio.ByteBuffer",
                CHANNELS + "internal.RingBufferCapacity",
                "int"),
            before(THIS, argument(0), argument(2)),
            ChannelAdapters.RingRead.class);
    type(CHANNELS + "ByteChannel")
        .having(MOVE)
        .required(MOVE, around(THIS, field("_readBuffer")), ChannelAdapters.Move.class)
        .required(
            method("awaitContent", "int", "kotlin.coroutines.Continuation"),
            after(THIS, RETURNED),
            ChannelAdapters.Await.class);

    server();

    errors(TIMEOUT, "io.ktor.client.plugins.HttpRequestTimeoutException");
    // A subclass of the JDK's ConnectException.
    errors(TIMEOUT, "io.ktor.client.network.sockets.ConnectTimeoutException");
    errors(CONNECT, "io.ktor.client.engine.cio.FailToConnectException");
    // Its TLS passes on what the JDK's trust manager throws, up to 2.3 only the cause of that.
    errors(
        TLS,
        "io.ktor.network.tls.TLSException",
        "java.security.cert.CertificateException",
        "java.security.cert.CertPathBuilderException",
        "java.security.cert.CertPathValidatorException");
    errors(
        RESET,
        CHANNELS + "ClosedByteChannelException",
        CHANNELS + "ClosedWriteChannelException",
        "kotlinx.coroutines.channels.ClosedReceiveChannelException");
    errors(IO, "io.ktor.http.cio.ParserException");
  }

  /** Since 3.0. */
  private void server() {
    MethodMatcher received =
        constructor(
            "io.ktor.server.application.PipelineCall",
            "java.net.SocketAddress",
            "java.net.SocketAddress",
            CHANNELS + "ByteReadChannel",
            "io.ktor.http.cio.Request");
    type(SERVER + "CIOApplicationRequest")
        .having(received)
        .required(
            received, after(argument(0), argument(3), argument(4)), ServerAdapters.Begin.class);
    type(SERVER + "CIOApplicationCall")
        .having(method("release$ktor_server_cio"))
        .required(
            method("release$ktor_server_cio"),
            before(THIS, field("response")),
            ServerAdapters.End.class);
    type(SERVER + "CIOApplicationResponse")
        .required(anyConstructor(), after(THIS, argument(0)), ServerAdapters.Response.class)
        .required(
            method("setStatus", "io.ktor.http.HttpStatusCode"),
            before(THIS, argument(0)),
            ServerAdapters.Status.class);
  }
}
