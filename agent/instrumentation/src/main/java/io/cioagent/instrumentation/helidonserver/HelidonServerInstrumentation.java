package io.cioagent.instrumentation.helidonserver;

import static io.cioagent.instrumentation.Shape.after;
import static io.cioagent.instrumentation.Shape.around;
import static io.cioagent.instrumentation.Shape.atEnd;
import static io.cioagent.instrumentation.Shape.before;
import static io.cioagent.instrumentation.Signature.method;
import static io.cioagent.instrumentation.Value.RETURNED;
import static io.cioagent.instrumentation.Value.THIS;
import static io.cioagent.instrumentation.Value.argument;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.LibraryInstrumentation;
import io.cioagent.instrumentation.Signature;

/**
 * Weaves the routing, which returns once the answer is written, as Helidon blocks virtual threads,
 * and what gets a body from the connection.
 *
 * <p>A filter in each of the application's routings would be less code. The application would see
 * it, and it would see no error that a filter around it answers.
 */
public final class HelidonServerInstrumentation extends LibraryInstrumentation {
  private static final String SERVER = "io.helidon.webserver.";
  private static final String ROUTING = SERVER + "http.HttpRouting";

  private static final Signature ROUTE =
      method(
          "route",
          SERVER + "ConnectionContext",
          SERVER + "http.RoutingRequest",
          SERVER + "http.RoutingResponse");
  private static final Signature HANDLE_ERROR =
      method(
          "handleError",
          SERVER + "ConnectionContext",
          SERVER + "http.RoutingRequest",
          SERVER + "http.RoutingResponse",
          "java.lang.Throwable");

  public HelidonServerInstrumentation(Observer observer) {
    // An interface since 4.2.
    type(ROUTING, ROUTING + "Impl")
        .when(type -> !type.isInterface())
        .required(ROUTE, around(THIS, argument(1), argument(2)), HelidonServerAdapters.Route.class)
        .required(ROUTE, atEnd(THIS), HelidonServerAdapters.Left.class);
    type(SERVER + "http1.Http1Connection")
        .required(
            method(
                "readEntityFromPipeline",
                "io.helidon.http.HttpPrologue",
                "io.helidon.http.WritableHeaders"),
            after(THIS, argument(0), RETURNED),
            HelidonServerAdapters.Read.class);
    type(SERVER + "http.ErrorHandlers")
        .required(
            HANDLE_ERROR,
            before(THIS, argument(1), argument(3)),
            HelidonServerAdapters.Failed.class);
  }
}
