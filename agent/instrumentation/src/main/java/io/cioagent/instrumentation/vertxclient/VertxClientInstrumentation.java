package io.cioagent.instrumentation.vertxclient;

import static io.cioagent.core.call.ErrorType.Kind.RESET;
import static io.cioagent.instrumentation.MethodMatcher.named;
import static io.cioagent.instrumentation.Shape.aroundReturn;
import static io.cioagent.instrumentation.Value.RETURNED;
import static io.cioagent.instrumentation.Value.THIS;
import static io.cioagent.instrumentation.Value.argument;
import static io.cioagent.instrumentation.Value.array;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.LibraryInstrumentation;
import io.cioagent.instrumentation.MethodMatcher;

/** Weaves the client's one method that every request comes to before it has a connection. */
public final class VertxClientInstrumentation extends LibraryInstrumentation {
  private static final MethodMatcher REQUEST_5 =
      named("doRequest")
          .taking(2, "io.vertx.core.net.HostAndPort")
          .taking(4, "boolean")
          .taking(5, "java.lang.String");

  private static final MethodMatcher REQUEST_4 =
      named("doRequest")
          .taking(2, "java.lang.String")
          .taking(3, "int")
          .taking(4, "java.lang.Boolean")
          .taking(5, "java.lang.String")
          .taking(13, "io.vertx.core.impl.future.PromiseInternal");

  public VertxClientInstrumentation(Observer observer) {
    // Only requests to hosts of Customer.io pay for the array.
    type("io.vertx.core.http.impl.HttpClientImpl")
        .having(REQUEST_5)
        .required(
            REQUEST_5,
            aroundReturn(THIS, argument(2))
                .passing(array(argument(1), argument(4), argument(2), argument(5), RETURNED)),
            VertxClientAdapters.Request5.class);
    // Gets the promise of the request as its last argument.
    type("io.vertx.core.http.impl.HttpClientImpl")
        .lacking(REQUEST_5)
        .required(
            REQUEST_4,
            aroundReturn(THIS, argument(2))
                .passing(
                    array(
                        argument(0),
                        argument(4),
                        argument(2),
                        argument(3),
                        argument(5),
                        argument(13))),
            VertxClientAdapters.Request4.class);

    errors(
        RESET, "io.vertx.core.http.HttpClosedException", "io.vertx.core.http.StreamResetException");
  }
}
