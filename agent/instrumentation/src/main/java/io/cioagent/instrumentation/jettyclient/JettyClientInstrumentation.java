package io.cioagent.instrumentation.jettyclient;

import static io.cioagent.core.call.ErrorType.Kind.IO;
import static io.cioagent.instrumentation.Shape.after;
import static io.cioagent.instrumentation.Shape.before;
import static io.cioagent.instrumentation.Shape.beforeIf;
import static io.cioagent.instrumentation.Signature.constructor;
import static io.cioagent.instrumentation.Signature.method;
import static io.cioagent.instrumentation.Value.RETURNED;
import static io.cioagent.instrumentation.Value.THIS;
import static io.cioagent.instrumentation.Value.argument;
import static io.cioagent.instrumentation.Value.field;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.LibraryInstrumentation;
import io.cioagent.instrumentation.MethodMatcher;

/**
 * Weaves the client's own account of a conversation, which all transports share: an exchange is
 * created when the application sends a request, it gets a connection, and its listeners are
 * notified.
 *
 * <p>A {@code Request.Listener} on each client would be less code. It would change the
 * application's clients, and not see which answers the client itself takes, such as redirects, nor
 * that an answer is read from a stream.
 */
public final class JettyClientInstrumentation extends LibraryInstrumentation {
  private static final String CLIENT = "org.eclipse.jetty.client.";
  private static final String TRANSPORT = CLIENT + "transport.";
  private static final String LIST = "java.util.List";
  private static final String CALLBACK = "org.eclipse.jetty.util.Callback";
  private static final String BUFFER = "java.nio.ByteBuffer";

  /** In the first versions. */
  private static final MethodMatcher OLD_CONTENT =
      method("notifyContent", LIST, CLIENT + "api.Response", BUFFER, CALLBACK);

  /** Jetty 12 decodes in two ways. */
  private static final MethodMatcher READ =
      method("read").or(method("transform", "org.eclipse.jetty.io.Content$Chunk"));

  public JettyClientInstrumentation(Observer observer) {
    type(CLIENT + "HttpExchange", TRANSPORT + "HttpExchange")
        .required(
            constructor(CLIENT + "HttpDestination", CLIENT + "HttpRequest", LIST)
                .or(
                    constructor(
                        TRANSPORT + "HttpDestination",
                        TRANSPORT + "HttpRequest",
                        TRANSPORT + "ResponseListeners")),
            after(THIS),
            JettyAdapters.Begin.class)
        .required(
            method("associate", CLIENT + "HttpChannel")
                .or(method("associate", TRANSPORT + "HttpChannel")),
            after(THIS, RETURNED),
            JettyAdapters.Wire.class);
    type(CLIENT + "HttpConversation", TRANSPORT + "HttpConversation")
        .required(
            method("updateResponseListeners", CLIENT + "api.Response$ResponseListener")
                .or(method("updateResponseListeners", CLIENT + "Response$ResponseListener"))
                .or(method("updateResponseListeners", CLIENT + "Response$Listener")),
            before(THIS, argument(0)),
            JettyAdapters.Listeners.class);

    // Up to Jetty 11 a notifier gets all listeners.
    String response = CLIENT + "api.Response";
    type(CLIENT + "ResponseNotifier")
        .required(
            method("notifyHeaders", LIST, response),
            before(THIS, argument(1)),
            JettyAdapters.Head.class)
        .required(
            method("notifySuccess", LIST, response),
            before(THIS, argument(1)),
            JettyAdapters.Success.class)
        .required(
            method("notifyComplete", LIST, CLIENT + "api.Result"),
            before(THIS, argument(1)),
            JettyAdapters.Complete.class);
    type(CLIENT + "ResponseNotifier")
        .having(OLD_CONTENT)
        .required(OLD_CONTENT, before(THIS, argument(1), argument(2)), JettyAdapters.Content.class);
    type(CLIENT + "ResponseNotifier")
        .lacking(OLD_CONTENT)
        .required(
            method(
                "notifyContent",
                response,
                "java.util.function.ObjLongConsumer",
                BUFFER,
                CALLBACK,
                LIST),
            before(THIS, argument(0), argument(2)),
            JettyAdapters.Content.class);

    // Since Jetty 12 the listeners are one object.
    type(TRANSPORT + "ResponseListeners")
        .required(
            method("notifyHeaders", CLIENT + "Response"),
            before(THIS, argument(0)),
            JettyAdapters.Head.class)
        .required(
            method(
                "notifyContentSource", CLIENT + "Response", "org.eclipse.jetty.io.Content$Source"),
            beforeIf(THIS, field("contentSourceListener"), argument(0)).passing(argument(1)),
            JettyAdapters.Source.class)
        .required(
            method("notifyComplete", CLIENT + "Result")
                .or(method("emitSuccessComplete", CLIENT + "Result"))
                .or(method("emitFailureComplete", CLIENT + "Result")),
            before(THIS, argument(0)),
            JettyAdapters.Complete.class);
    type(
            TRANSPORT + "HttpReceiver$ContentSource",
            TRANSPORT + "HttpReceiver$DecodingContentSource",
            TRANSPORT + "HttpReceiver$DecodedContentSource")
        .required(READ, after(THIS, RETURNED), JettyAdapters.Read.class);

    type(CLIENT + "util.InputStreamResponseListener", CLIENT + "InputStreamResponseListener")
        .required(
            method("onHeaders", response).or(method("onHeaders", CLIENT + "Response")),
            before(THIS, argument(0)),
            JettyAdapters.StreamHead.class);

    // Runtime exceptions, about what went wrong on the wire.
    errors(IO, CLIENT + "HttpResponseException", CLIENT + "HttpRequestException");
    errors(IO, "org.eclipse.jetty.http.BadMessageException");
  }
}
