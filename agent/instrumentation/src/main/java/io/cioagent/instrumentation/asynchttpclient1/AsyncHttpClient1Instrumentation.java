package io.cioagent.instrumentation.asynchttpclient1;

import static io.cioagent.instrumentation.MethodMatcher.anyConstructor;
import static io.cioagent.instrumentation.Shape.after;
import static io.cioagent.instrumentation.Shape.before;
import static io.cioagent.instrumentation.Signature.method;
import static io.cioagent.instrumentation.Value.THIS;
import static io.cioagent.instrumentation.Value.argument;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.LibraryInstrumentation;

/**
 * Weaves the future of a request, which stays the same through redirects, challenges and retries,
 * and the two places where a request is written for it and a part of an answer arrives.
 */
public final class AsyncHttpClient1Instrumentation extends LibraryInstrumentation {
  private static final String PROVIDER = "com.ning.http.client.providers.netty.";
  private static final String FUTURE = PROVIDER + "future.NettyResponseFuture";
  private static final String CHANNEL = "org.jboss.netty.channel.Channel";

  public AsyncHttpClient1Instrumentation(Observer observer) {
    type(FUTURE)
        .required(anyConstructor(), after(THIS), AsyncHttpClient1Adapters.Submit.class)
        .required(method("done"), before(THIS), AsyncHttpClient1Adapters.Done.class)
        .required(
            method("abort", "java.lang.Throwable"),
            before(THIS, argument(0)),
            AsyncHttpClient1Adapters.Abort.class)
        .required(method("cancel", "boolean"), before(THIS), AsyncHttpClient1Adapters.Cancel.class);
    type(PROVIDER + "request.NettyRequestSender")
        .required(
            method("writeRequest", FUTURE, CHANNEL),
            before(argument(0), argument(1)),
            AsyncHttpClient1Adapters.Write.class)
        .required(
            method("handleUnexpectedClosedChannel", CHANNEL, FUTURE),
            before(argument(1)),
            AsyncHttpClient1Adapters.Closed.class);
    type(PROVIDER + "handler.HttpProtocol")
        .required(
            method("handle", CHANNEL, FUTURE, "java.lang.Object"),
            before(argument(1), argument(2)),
            AsyncHttpClient1Adapters.Part.class);
  }
}
