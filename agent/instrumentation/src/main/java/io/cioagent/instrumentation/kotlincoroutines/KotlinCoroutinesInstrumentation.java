package io.cioagent.instrumentation.kotlincoroutines;

import static io.cioagent.core.call.ErrorType.Kind.TIMEOUT;
import static io.cioagent.instrumentation.Shape.before;
import static io.cioagent.instrumentation.Signature.method;
import static io.cioagent.instrumentation.Value.THIS;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.LibraryInstrumentation;

/**
 * Weaves the end of each continuation. A client method that only passes on to another suspend
 * function has no code of its own that runs again at the end: the caller's continuation is all
 * there is.
 *
 * <p>Kotlin's probe for debuggers would be less code. Before Kotlin 1.3.40 it is called for the
 * first one alone of several continuations that are resumed in a row.
 */
public final class KotlinCoroutinesInstrumentation extends LibraryInstrumentation {

  public KotlinCoroutinesInstrumentation(Observer observer) {
    type("kotlin.coroutines.jvm.internal.ContinuationImpl")
        // Called once at the end, before the completion is resumed.
        .required(
            method("releaseIntercepted"),
            before(THIS),
            new ContinuationAdapters.Released(observer));

    // A CancellationException, thrown by withTimeout.
    errors(TIMEOUT, "kotlinx.coroutines.TimeoutCancellationException");
  }
}
