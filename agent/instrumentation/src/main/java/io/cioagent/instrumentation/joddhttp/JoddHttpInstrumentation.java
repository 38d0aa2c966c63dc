package io.cioagent.instrumentation.joddhttp;

import static io.cioagent.core.call.ErrorType.Kind.IO;
import static io.cioagent.instrumentation.Shape.around;
import static io.cioagent.instrumentation.Signature.method;
import static io.cioagent.instrumentation.Value.THIS;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.LibraryInstrumentation;

/**
 * Weaves the request, which sends itself: once for the application, once for each redirect, and
 * where the application or a session opens its connection first.
 */
public final class JoddHttpInstrumentation extends LibraryInstrumentation {
  public JoddHttpInstrumentation(Observer observer) {
    type("jodd.http.HttpRequest")
        .required(method("send"), around(THIS), JoddHttpAdapters.Send.class)
        .required(method("_send"), around(THIS), JoddHttpAdapters.Wire.class)
        .required(
            method("open", "jodd.http.HttpConnectionProvider"),
            around(THIS),
            JoddHttpAdapters.Open.class);

    // Its causes, where it has some, are more specific.
    errors(IO, "jodd.http.HttpException");
  }
}
