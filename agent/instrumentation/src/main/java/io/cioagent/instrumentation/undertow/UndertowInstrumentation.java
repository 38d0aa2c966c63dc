package io.cioagent.instrumentation.undertow;

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
 * Weaves Undertow's own exchange, beneath servlets and all other handlers, and the channel of its
 * body, which every reader uses.
 *
 * <p>A handler around the application's would be less code. It would change each server's handlers,
 * and reading the body would need a wrapper of the channel, of which an exchange gives only one.
 */
public final class UndertowInstrumentation extends LibraryInstrumentation {
  private static final String EXCHANGE = "io.undertow.server.HttpServerExchange";

  private static final Signature EXECUTE_ROOT_HANDLER =
      method("executeRootHandler", "io.undertow.server.HttpHandler", EXCHANGE);

  public UndertowInstrumentation(Observer observer) {
    type("io.undertow.server.Connectors")
        .required(EXECUTE_ROOT_HANDLER, before(argument(1)), UndertowAdapters.Handle.class)
        .required(EXECUTE_ROOT_HANDLER, atEnd(argument(1)), UndertowAdapters.Left.class)
        .required(
            method("ungetRequestBytes", EXCHANGE, "io.undertow.connector.PooledByteBuffer[]"),
            before(argument(0), argument(1)),
            UndertowAdapters.Unget.class);
    type(EXCHANGE)
        .required(
            method("getRequestChannel"), after(THIS, RETURNED), UndertowAdapters.Channel.class)
        .required(method("endExchange"), before(THIS), UndertowAdapters.Drain.class)
        .required(
            method("invokeExchangeCompleteListeners"),
            before(THIS),
            UndertowAdapters.Complete.class);
    type("io.undertow.server.HttpServerExchange$ReadDispatchChannel")
        .required(
            method("read", "java.nio.ByteBuffer"),
            aroundReturn(THIS, argument(0)),
            UndertowAdapters.Read.class)
        .required(
            method("read", "java.nio.ByteBuffer[]", "int", "int"),
            aroundReturn(THIS, argument(0)),
            UndertowAdapters.ScatteringRead.class);
    // Closing a stream reads what the application has not.
    type("io.undertow.io.UndertowInputStream", "io.undertow.servlet.spec.ServletInputStreamImpl")
        .required(method("close"), before(field("channel")), UndertowAdapters.Drain.class);
  }
}
