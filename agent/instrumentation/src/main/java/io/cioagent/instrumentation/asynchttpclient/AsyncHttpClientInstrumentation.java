package io.cioagent.instrumentation.asynchttpclient;

import static io.cioagent.core.call.ErrorType.Kind.RESET;
import static io.cioagent.instrumentation.MethodMatcher.anyConstructor;
import static io.cioagent.instrumentation.Shape.after;
import static io.cioagent.instrumentation.Shape.around;
import static io.cioagent.instrumentation.Shape.before;
import static io.cioagent.instrumentation.Signature.method;
import static io.cioagent.instrumentation.Value.THIS;
import static io.cioagent.instrumentation.Value.argument;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.LibraryInstrumentation;

/**
 * Weaves the future of a request, which exists before there is a connection. Netty's codec, which
 * has the exchange on the wire, is woven by the instrumentation of Netty.
 */
public final class AsyncHttpClientInstrumentation extends LibraryInstrumentation {
  private static final String FUTURE = "org.asynchttpclient.netty.NettyResponseFuture";

  public AsyncHttpClientInstrumentation(Observer observer) {
    type(FUTURE)
        .required(anyConstructor(), after(THIS), AsyncHttpClientAdapters.Submit.class)
        .required(
            method("abort", "java.lang.Throwable"),
            before(THIS, argument(0)),
            AsyncHttpClientAdapters.Abort.class)
        .required(method("done"), before(THIS), AsyncHttpClientAdapters.Done.class)
        .required(method("cancel", "boolean"), before(THIS), AsyncHttpClientAdapters.Cancel.class);
    type("org.asynchttpclient.netty.request.NettyRequestSender")
        .required(
            method("writeRequest", FUTURE, "io.netty.channel.Channel"),
            around(argument(0)),
            AsyncHttpClientAdapters.Write.class);
    errors(
        RESET,
        "org.asynchttpclient.exception.RemotelyClosedException",
        "org.asynchttpclient.exception.ChannelClosedException");
  }
}
