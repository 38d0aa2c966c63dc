package io.cioagent.instrumentation.jettyserver12;

import static io.cioagent.instrumentation.Shape.after;
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
 * Weaves what invokes the handlers and completes the stream afterwards, the innermost request,
 * which all readers of a body call in the end, and the callback that gets failures. All protocols
 * share these.
 *
 * <p>A handler around the application's would be less code. It would change each server's handlers,
 * and wrap each request to see its body.
 */
public final class Jetty12ServerInstrumentation extends LibraryInstrumentation {
  private static final String STATE = "org.eclipse.jetty.server.internal.HttpChannelState";
  private static final Signature COMPLETE =
      method("completeStream", "org.eclipse.jetty.server.HttpStream", "java.lang.Throwable");

  public Jetty12ServerInstrumentation(Observer observer) {
    type(STATE + "$HandlerInvoker")
        .required(method("run"), before(THIS, field("this$0")), Jetty12ServerAdapters.Invoke.class)
        .required(method("run"), atEnd(THIS), Jetty12ServerAdapters.Left.class)
        // In early versions of 12.0 and 12.1 this completes the stream too.
        .optional(COMPLETE, before(THIS, field("this$0")), Jetty12ServerAdapters.Complete.class);
    type(STATE)
        // Recycling ends what was not completed.
        .required(
            COMPLETE.or(method("recycle")),
            before(THIS, THIS),
            Jetty12ServerAdapters.Complete.class);
    type(STATE + "$ChannelRequest")
        .required(method("read"), after(THIS, RETURNED), Jetty12ServerAdapters.Read.class);
    type(STATE + "$ChannelCallback")
        .required(
            method("failed", "java.lang.Throwable"),
            before(THIS, field("_request"), argument(0)),
            Jetty12ServerAdapters.Failed.class);
  }
}
