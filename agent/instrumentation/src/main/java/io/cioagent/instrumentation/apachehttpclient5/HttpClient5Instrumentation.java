package io.cioagent.instrumentation.apachehttpclient5;

import static io.cioagent.core.call.ErrorType.Kind.CANCELLED;
import static io.cioagent.core.call.ErrorType.Kind.IO;
import static io.cioagent.core.call.ErrorType.Kind.RESET;
import static io.cioagent.instrumentation.MethodMatcher.nameStartsWith;
import static io.cioagent.instrumentation.MethodMatcher.named;
import static io.cioagent.instrumentation.Shape.around;
import static io.cioagent.instrumentation.Shape.atEnd;
import static io.cioagent.instrumentation.Shape.before;
import static io.cioagent.instrumentation.Signature.ANY;
import static io.cioagent.instrumentation.Signature.method;
import static io.cioagent.instrumentation.Value.THIS;
import static io.cioagent.instrumentation.Value.THROWN;
import static io.cioagent.instrumentation.Value.argument;
import static io.cioagent.instrumentation.Value.field;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.LibraryInstrumentation;
import io.cioagent.instrumentation.MethodMatcher;
import io.cioagent.instrumentation.classfile.ClassDescription;

/**
 * Weaves the clients, which have the application's request and its result, and the code that writes
 * one request and reads its answer: redirects, retries and authentication happen between the two.
 * In the asynchronous clients a request enters a chain of elements, and its result is that of the
 * one future that the client returned.
 *
 * <p>An interceptor and a callback of our own would be less code. They would change the
 * application's clients and calls, and see neither the bytes of a body nor each retry.
 */
public final class HttpClient5Instrumentation extends LibraryInstrumentation {
  private static final String CORE = "org.apache.hc.core5.";
  private static final String CLASSIC = "org.apache.hc.client5.http.impl.classic.";
  private static final String ASYNC = "org.apache.hc.client5.http.impl.async.";

  private static final String REQUEST = CORE + "http.HttpRequest";
  private static final String CLASSIC_REQUEST = CORE + "http.ClassicHttpRequest";
  private static final String RESPONSE = CORE + "http.HttpResponse";
  private static final String ENTITY_DETAILS = CORE + "http.EntityDetails";
  private static final String ENTITY_PRODUCER = CORE + "http.nio.AsyncEntityProducer";
  private static final String CONTEXT = CORE + "http.protocol.HttpContext";
  private static final String CLIENT_CONTEXT =
      "org.apache.hc.client5.http.protocol.HttpClientContext";
  private static final String CHAIN = "org.apache.hc.client5.http.async.AsyncExecChain";
  private static final String SCOPE = "org.apache.hc.client5.http.async.AsyncExecChain$Scope";
  private static final String CHAIN_CALLBACK = "org.apache.hc.client5.http.async.AsyncExecCallback";

  private static final String LAMBDA = "lambda$execute$";

  private static final MethodMatcher EXECUTE =
      method("execute", "java.lang.String", CLASSIC_REQUEST, CLIENT_CONTEXT);

  private static final MethodMatcher LONGER_EXECUTE =
      method(
          "execute",
          "java.lang.String",
          CLASSIC_REQUEST,
          CORE + "http.io.HttpResponseInformationCallback",
          CLIENT_CONTEXT);

  private static final MethodMatcher FAILED = method("failed", "java.lang.Exception");

  private static final MethodMatcher CONSUME_RESPONSE =
      method("consumeResponse", RESPONSE, ENTITY_DETAILS, CONTEXT);

  public HttpClient5Instrumentation(Observer observer) {
    classic();
    asyncChain();
    asyncWire();
    asyncResult();
    minimalAsync();
    errors();
  }

  private static void errors() {
    errors(
        RESET,
        CORE + "http.NoHttpResponseException",
        CORE + "http.ConnectionClosedException",
        CORE + "http.TruncatedChunkException",
        CORE + "http.HttpStreamResetException");
    errors(CANCELLED, CLASSIC + "RequestAbortedException");
    // An InterruptedIOException, but not after a timeout. Its cause may be more specific.
    errors(IO, CLASSIC + "RequestFailedException");
    errorMessages(CANCELLED, CLASSIC + "RequestFailedException", "Request aborted");
    errorMessages(CANCELLED, "java.io.InterruptedIOException", "Connection has been shut down");
  }

  private void classic() {
    type(CLASSIC + "InternalHttpClient", CLASSIC + "MinimalHttpClient")
        .required(
            method("doExecute", CORE + "http.HttpHost", CLASSIC_REQUEST, CONTEXT),
            around(THIS, argument(0), argument(1)),
            ClassicAdapters.Execute.class);
    type(CLASSIC + "InternalExecRuntime")
        .lacking(LONGER_EXECUTE)
        .required(EXECUTE, around(THIS, argument(1)), ClassicAdapters.Wire.class);
    // Since 5.4, where the shorter form calls the longer one.
    type(CLASSIC + "InternalExecRuntime")
        .having(LONGER_EXECUTE)
        .required(LONGER_EXECUTE, around(THIS, argument(1)), ClassicAdapters.Wire.class);
  }

  /** The application's request, from the first element of the chain to the last. */
  private void asyncChain() {
    type(ASYNC + "AsyncExecChainElement")
        .required(
            method("execute", REQUEST, ENTITY_PRODUCER, SCOPE, CHAIN_CALLBACK),
            around(THIS, argument(0), argument(2)),
            AsyncAdapters.Enter.class);
    type(ASYNC + "AsyncConnectExec")
        .required(
            named("createTunnel").taking(3, SCOPE),
            before(THIS, argument(3)),
            AsyncAdapters.Tunnel.class);
    type(ASYNC + "HttpAsyncMainClientExec", ASYNC + "H2AsyncMainClientExec")
        .required(
            // Waits for a connection.
            method("execute", REQUEST, ENTITY_PRODUCER, SCOPE, CHAIN, CHAIN_CALLBACK),
            before(THIS, argument(0), argument(2)),
            AsyncAdapters.Send.class);
  }

  /** One exchange on the wire, by its handler, whose class has no name. */
  private void asyncWire() {
    withBody(type(ASYNC + "HttpAsyncMainClientExec$1", ASYNC + "H2AsyncMainClientExec$1"))
        .when(type -> hasField(type, "val$request"))
        .required(
            // As it ends: interceptors of the application run in it, which may refuse the request.
            method("produceRequest", CORE + "http.nio.RequestChannel", CONTEXT),
            atEnd(THIS, field("val$request"), THROWN),
            AsyncAdapters.Write.class)
        .required(
            CONSUME_RESPONSE,
            before(THIS, field("val$request"), argument(0)),
            AsyncAdapters.Answer.class)
        .required(
            FAILED,
            before(THIS, field("val$request"), argument(0)),
            AsyncAdapters.WireFailure.class);
  }

  /** The application's result. */
  private void asyncResult() {
    type(CORE + "concurrent.ComplexFuture")
        .required(
            method("completed", "java.lang.Object"), before(THIS), AsyncAdapters.Complete.class)
        .required(FAILED, before(THIS, argument(0)), AsyncAdapters.Fail.class)
        .required(method("cancel", "boolean"), before(THIS), AsyncAdapters.Cancel.class)
        .required(
            method("setDependency", CORE + "concurrent.Cancellable"),
            before(THIS, argument(0)),
            AsyncAdapters.MinimalFuture.class);
    // The end of the chain, before the consumer of the answer gets it: one of the application's own
    // may never complete the future, or cancel it upon a failure, as that of Ktor does.
    type(ASYNC + "InternalAbstractHttpAsyncClient$1", ASYNC + "InternalAbstractHttpAsyncClient$2")
        .when(type -> hasField(type, "val$future") && hasField(type, "val$execRuntime"))
        .required(method("completed"), before(field("val$future")), AsyncAdapters.Complete.class)
        .required(FAILED, before(field("val$future"), argument(0)), AsyncAdapters.Fail.class);
  }

  /** Minimal clients have no chain. They get the request on the thread of the application. */
  private void minimalAsync() {
    // Up to 5.1.
    type(ASYNC + "MinimalHttpAsyncClient$4", ASYNC + "MinimalH2AsyncClient$3")
        .when(type -> hasField(type, "val$exchangeHandler") && hasField(type, "val$cancellable"))
        .required(
            method("sendRequest", REQUEST, ENTITY_DETAILS, CONTEXT),
            around(field("val$exchangeHandler"), field("val$cancellable"), argument(0)),
            AsyncAdapters.MinimalSend.class);
    // Since 5.2, in the body of a lambda.
    type(ASYNC + "MinimalHttpAsyncClient", ASYNC + "MinimalH2AsyncClient")
        .having(nameStartsWith(LAMBDA))
        .required(
            method(LAMBDA + ANY, ANY, ANY, ANY, ANY, REQUEST, ANY, ANY).ofInstances(),
            around(argument(1), argument(3), argument(4)),
            AsyncAdapters.MinimalSend.class);
    withBody(type(CORE + "http.nio.support.BasicClientExchangeHandler"))
        .required(CONSUME_RESPONSE, before(THIS, argument(0)), AsyncAdapters.MinimalAnswer.class)
        .required(FAILED, before(THIS, argument(0)), AsyncAdapters.Fail.class);
  }

  /** A handler that gives the body to its consumer. */
  private static WovenType withBody(WovenType handler) {
    return handler
        .required(
            method("consume", "java.nio.ByteBuffer"),
            before(THIS, argument(0)),
            AsyncAdapters.Content.class)
        .required(
            method("streamEnd", "java.util.List"), before(THIS), AsyncAdapters.ContentEnd.class);
  }

  private static boolean hasField(ClassDescription type, String name) {
    return type.declaredField(name) != null;
  }
}
