package io.cioagent.instrumentation.grizzly;

import static io.cioagent.instrumentation.Shape.after;
import static io.cioagent.instrumentation.Shape.aroundReturn;
import static io.cioagent.instrumentation.Shape.atEnd;
import static io.cioagent.instrumentation.Shape.before;
import static io.cioagent.instrumentation.Signature.method;
import static io.cioagent.instrumentation.Value.RETURNED;
import static io.cioagent.instrumentation.Value.THIS;
import static io.cioagent.instrumentation.Value.argument;
import static io.cioagent.instrumentation.Value.field;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.LibraryInstrumentation;
import io.cioagent.instrumentation.Signature;

/**
 * Weaves Grizzly's own request, what runs the application's handler, and the buffer of the body,
 * from which all streams, readers and listeners read. GlassFish, Payara, servlets and Jersey stand
 * on these.
 *
 * <p>A probe of the server would be less code. It gets no bytes of a body, and the application sees
 * it.
 */
public final class GrizzlyInstrumentation extends LibraryInstrumentation {
  private static final String SERVER = "org.glassfish.grizzly.http.server.";
  private static final String REQUEST = SERVER + "Request";
  private static final String RESPONSE = SERVER + "Response";
  private static final String BUFFER = "org.glassfish.grizzly.Buffer";

  private static final Signature RUN_SERVICE = method("runService", REQUEST, RESPONSE);
  private static final Signature RUN = method("run");

  public GrizzlyInstrumentation(Observer observer) {
    type(REQUEST)
        .required(
            method(
                "initialize",
                "org.glassfish.grizzly.http.HttpRequestPacket",
                "org.glassfish.grizzly.filterchain.FilterChainContext",
                SERVER + "HttpServerFilter"),
            after(THIS),
            GrizzlyAdapters.Begin.class)
        .required(method("onAfterService"), before(THIS), GrizzlyAdapters.End.class);
    type(SERVER + "HttpHandler")
        .required(RUN_SERVICE, before(argument(0)), GrizzlyAdapters.Serve.class)
        .required(RUN_SERVICE, atEnd(argument(0)), GrizzlyAdapters.Left.class);
    // Runs the handler on a thread of a pool.
    type(SERVER + "HttpHandler$1")
        .required(RUN, before(field("val$request")), GrizzlyAdapters.Serve.class)
        .required(RUN, atEnd(field("val$request")), GrizzlyAdapters.Left.class);
    type("org.glassfish.grizzly.http.io.InputBuffer")
        .required(
            method("readByte")
                .or(method("read", "byte[]", "int", "int"))
                .or(method("read", "java.nio.CharBuffer"))
                .or(method("readBuffer", "int"))
                .or(method("getBuffer"))
                .or(method("fillFully", "int"))
                .or(method("skip", "long")),
            aroundReturn(THIS, field("inputContentBuffer"), field("httpHeader")),
            GrizzlyAdapters.Read.class)
        .required(
            method("updateInputContentBuffer", BUFFER),
            before(THIS, argument(0)),
            GrizzlyAdapters.Arrived.class);
    type(SERVER + "util.HtmlHelper")
        // The oldest versions answer what is thrown elsewhere.
        .optional(
            method(
                "setErrorAndSendErrorPage",
                REQUEST,
                RESPONSE,
                SERVER + "ErrorPageGenerator",
                "int",
                "java.lang.String",
                "java.lang.String",
                "java.lang.Throwable"),
            before(argument(0), argument(6)),
            GrizzlyAdapters.Failed.class);
    type(RESPONSE + "$SuspendedContextImpl")
        .required(
            method("markCancelled", "int"),
            after(THIS, field("this$0"), RETURNED),
            GrizzlyAdapters.Cancelled.class);
  }
}
