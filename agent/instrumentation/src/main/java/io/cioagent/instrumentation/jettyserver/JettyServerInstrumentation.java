package io.cioagent.instrumentation.jettyserver;

import static io.cioagent.instrumentation.MethodMatcher.named;
import static io.cioagent.instrumentation.Shape.aroundRead;
import static io.cioagent.instrumentation.Shape.aroundReturn;
import static io.cioagent.instrumentation.Shape.atEnd;
import static io.cioagent.instrumentation.Shape.before;
import static io.cioagent.instrumentation.Signature.method;
import static io.cioagent.instrumentation.Value.THIS;
import static io.cioagent.instrumentation.Value.argument;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.LibraryInstrumentation;
import io.cioagent.instrumentation.Signature;
import io.cioagent.instrumentation.classfile.ClassDescription;

/**
 * Weaves where a request enters the handlers, the method that all readers of a body call in the
 * end, and where a request is over. All protocols share these. Jetty 12 gives some of the names to
 * interfaces and serves requests by other classes: see the package {@code jettyserver12}.
 *
 * <p>A handler around the application's would be less code. It would change each server's handlers,
 * and could not see the body without a wrapper of the request, for {@code javax} or {@code
 * jakarta}.
 */
public final class JettyServerInstrumentation extends LibraryInstrumentation {
  private static final String PACKAGE = "org.eclipse.jetty.server.";
  private static final String CHANNEL = PACKAGE + "HttpChannel";

  private static final Signature HANDLE = method("handle", CHANNEL);
  private static final Signature HANDLE_ASYNC = method("handleAsync", CHANNEL);

  public JettyServerInstrumentation(Observer observer) {
    type(PACKAGE + "Server")
        .when(type -> !isOfJetty12(type))
        .required(HANDLE, before(THIS, argument(0)), JettyServerAdapters.Handle.class)
        .required(HANDLE_ASYNC, before(THIS, argument(0)), JettyServerAdapters.HandleAsync.class)
        .required(HANDLE.or(HANDLE_ASYNC), atEnd(THIS), JettyServerAdapters.Left.class);
    type(CHANNEL)
        .when(type -> !type.isInterface())
        .required(
            method("handleException", "java.lang.Throwable"),
            before(THIS, argument(0)),
            JettyServerAdapters.Failed.class);
    type(CHANNEL)
        .when(type -> !type.isInterface())
        // Since 9.3. In 9.2 only the connection knows when a request is over.
        .lacking(named("messageComplete"))
        .required(method("onCompleted"), before(THIS), JettyServerAdapters.End.class);
    type(PACKAGE + "HttpConnection")
        // Only in 9.2.
        .optional(method("completed"), before(THIS), JettyServerAdapters.End.class);
    // For requests that end in no other way, such as by the reset of a stream.
    type(PACKAGE + "Request")
        .when(type -> !type.isInterface())
        .required(method("recycle"), before(THIS), JettyServerAdapters.End.class);
    type(PACKAGE + "HttpInput")
        .required(
            method("read", "byte[]", "int", "int"),
            aroundRead(THIS),
            JettyServerAdapters.Read.class)
        // Since 10.
        .optional(
            method("read", "java.nio.ByteBuffer"),
            aroundReturn(THIS, argument(0)),
            JettyServerAdapters.BufferRead.class);
  }

  private static boolean isOfJetty12(ClassDescription server) {
    return "org.eclipse.jetty.server.Handler$Wrapper".equals(server.superclassName());
  }
}
