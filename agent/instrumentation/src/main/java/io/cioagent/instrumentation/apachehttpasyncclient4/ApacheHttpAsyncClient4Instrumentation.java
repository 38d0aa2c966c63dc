package io.cioagent.instrumentation.apachehttpasyncclient4;

import static io.cioagent.instrumentation.Shape.after;
import static io.cioagent.instrumentation.Shape.aroundReturn;
import static io.cioagent.instrumentation.Shape.before;
import static io.cioagent.instrumentation.Signature.method;
import static io.cioagent.instrumentation.Value.RETURNED;
import static io.cioagent.instrumentation.Value.THIS;
import static io.cioagent.instrumentation.Value.argument;
import static io.cioagent.instrumentation.Value.field;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.LibraryInstrumentation;
import io.cioagent.instrumentation.apachehttpclient4.ApacheHttpClient4Instrumentation;

/**
 * Weaves the handlers that serve one request each. In 4.0 one class does it all; since 4.1 its
 * first half, up to the connection and the end, stands in a base class.
 *
 * <p>The handler knows each exchange on the wire, and no object of the application has to be
 * replaced: its producer, consumer, callback and future stay what they are.
 */
public final class ApacheHttpAsyncClient4Instrumentation extends LibraryInstrumentation {
  private static final String BASE =
      "org.apache.http.impl.nio.client.AbstractClientExchangeHandler";
  private static final String HANDLER =
      "org.apache.http.impl.nio.client.DefaultClientExchangeHandlerImpl";
  private static final String MINIMAL =
      "org.apache.http.impl.nio.client.MinimalClientExchangeHandlerImpl";

  public ApacheHttpAsyncClient4Instrumentation(Observer observer) {
    startAndEnd(type(BASE))
        .required(
            method("markCompleted"), before(THIS), ApacheHttpAsyncClient4Adapters.Complete.class);
    startAndEnd(type(HANDLER).when(type -> "java.lang.Object".equals(type.superclassName())));

    // What goes over the connection.
    type(HANDLER, MINIMAL)
        .required(
            method("generateRequest"),
            after(THIS, RETURNED),
            ApacheHttpAsyncClient4Adapters.Send.class)
        .required(
            method("responseReceived", "org.apache.http.HttpResponse"),
            before(THIS, argument(0)),
            ApacheHttpAsyncClient4Adapters.Answer.class)
        .required(
            method(
                "consumeContent",
                "org.apache.http.nio.ContentDecoder",
                "org.apache.http.nio.IOControl"),
            before(THIS, argument(0)),
            ApacheHttpAsyncClient4Adapters.Content.class)
        .required(
            method("inputTerminated"), before(THIS), ApacheHttpAsyncClient4Adapters.BreakOff.class);
    type(HANDLER)
        .required(
            method("responseCompleted"),
            before(THIS, field("state")),
            ApacheHttpAsyncClient4Adapters.CompleteAnswer.class);

    // A body that goes into a file directly is not observed, as it would have to be read again.
    type(
            "org.apache.http.impl.nio.codecs.LengthDelimitedDecoder",
            "org.apache.http.impl.nio.codecs.ChunkDecoder",
            "org.apache.http.impl.nio.codecs.IdentityDecoder")
        .required(
            method("read", "java.nio.ByteBuffer"),
            aroundReturn(THIS, argument(0)),
            ApacheHttpAsyncClient4Adapters.Decode.class);

    ApacheHttpClient4Instrumentation.classifyErrors();
  }

  /** How a request gets its connection, and how it ends. */
  private static WovenType startAndEnd(WovenType handler) {
    return handler
        .required(
            method("failed", "java.lang.Exception"),
            before(THIS, argument(0)),
            ApacheHttpAsyncClient4Adapters.Fail.class)
        .required(
            method("connectionRequestFailed", "java.lang.Exception"),
            before(THIS, argument(0)),
            ApacheHttpAsyncClient4Adapters.Fail.class)
        .required(method("cancel"), before(THIS), ApacheHttpAsyncClient4Adapters.Cancel.class)
        .required(
            method("connectionRequestCancelled"),
            before(THIS),
            ApacheHttpAsyncClient4Adapters.Cancel.class)
        .required(method("close"), before(THIS), ApacheHttpAsyncClient4Adapters.Cancel.class)
        .required(
            // First of all, on the thread of the application.
            method("requestConnection"),
            before(THIS, field("localContext")),
            ApacheHttpAsyncClient4Adapters.Start.class);
  }
}
