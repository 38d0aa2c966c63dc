package io.cioagent.instrumentation.tomcat;

import static io.cioagent.instrumentation.Shape.around;
import static io.cioagent.instrumentation.Shape.aroundReturn;
import static io.cioagent.instrumentation.Shape.atEnd;
import static io.cioagent.instrumentation.Shape.before;
import static io.cioagent.instrumentation.Signature.method;
import static io.cioagent.instrumentation.Value.THIS;
import static io.cioagent.instrumentation.Value.argument;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.LibraryInstrumentation;
import io.cioagent.instrumentation.Signature;

/**
 * Weaves the one class by which Coyote hands requests to the servlets, once for each request and
 * once more for each asynchronous event; and Coyote's request, where all readers of a body meet,
 * those of parameters and parts too.
 *
 * <p>A servlet filter would be less code. It would need one variant for {@code javax} and one for
 * {@code jakarta}, change each application's filters, and wrap the request to see its body.
 */
public final class TomcatInstrumentation extends LibraryInstrumentation {
  private static final String REQUEST = "org.apache.coyote.Request";
  private static final String RESPONSE = "org.apache.coyote.Response";

  private static final Signature SERVICE = method("service", REQUEST, RESPONSE);

  private static final Signature ASYNC_DISPATCH =
      method("asyncDispatch", REQUEST, RESPONSE, "org.apache.tomcat.util.net.SocketEvent");

  public TomcatInstrumentation(Observer observer) {
    type("org.apache.catalina.connector.CoyoteAdapter")
        // GlassFish and Payara have a class of this name that serves by Grizzly, without Coyote.
        .required(SERVICE, around(argument(0)), TomcatAdapters.Service.class)
        .required(ASYNC_DISPATCH, around(argument(0)), TomcatAdapters.AsyncDispatch.class)
        .required(SERVICE.or(ASYNC_DISPATCH), atEnd(argument(0)), TomcatAdapters.Left.class);
    type(REQUEST)
        .required(
            // The first 8.5 have the one, later ones both, and 9.0 and later the other.
            method("doRead", "org.apache.tomcat.util.buf.ByteChunk")
                .or(method("doRead", "org.apache.tomcat.util.net.ApplicationBufferHandler")),
            aroundReturn(THIS, argument(0)),
            TomcatAdapters.Read.class)
        .required(method("recycle"), before(THIS), TomcatAdapters.Recycle.class);
  }
}
