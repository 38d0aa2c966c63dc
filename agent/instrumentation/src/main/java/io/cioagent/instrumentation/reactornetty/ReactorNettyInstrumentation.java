package io.cioagent.instrumentation.reactornetty;

import static io.cioagent.core.call.ErrorType.Kind.RESET;
import static io.cioagent.instrumentation.MethodMatcher.anyConstructor;
import static io.cioagent.instrumentation.Shape.after;
import static io.cioagent.instrumentation.Shape.before;
import static io.cioagent.instrumentation.Shape.beforeIf;
import static io.cioagent.instrumentation.Signature.constructor;
import static io.cioagent.instrumentation.Signature.method;
import static io.cioagent.instrumentation.Value.RETURNED;
import static io.cioagent.instrumentation.Value.THIS;
import static io.cioagent.instrumentation.Value.argument;
import static io.cioagent.instrumentation.Value.array;
import static io.cioagent.instrumentation.Value.field;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.LibraryInstrumentation;

/**
 * Weaves what the client makes for each subscription, which decides on retries and redirects, and
 * the observers of each attempt.
 *
 * <p>The callbacks of {@code HttpClient}, such as {@code doOnRequest}, would be less code. They
 * would change the application's clients, and not see a connection that fails. Netty's codec does
 * not see that either, nor which subscription a request on a shared connection serves.
 */
public final class ReactorNettyInstrumentation extends LibraryInstrumentation {
  private static final String CONNECT = "reactor.netty.http.client.HttpClientConnect$";

  public ReactorNettyInstrumentation(Observer observer) {
    type(CONNECT + "HttpClientHandler")
        // On the thread that subscribes.
        .required(
            anyConstructor(),
            after(THIS, field("method"), field("toURI")),
            ReactorNettyAdapters.Subscribe.class)
        .required(
            method("requestWithBody", "reactor.netty.http.client.HttpClientOperations"),
            beforeIf(THIS, argument(0), field("toURI")).passing(field("method")),
            ReactorNettyAdapters.Request.class)
        .required(
            method("test", "java.lang.Throwable"),
            after(THIS, argument(0), array(RETURNED, field("method"), field("toURI"))),
            ReactorNettyAdapters.Retry.class);
    type(CONNECT + "HttpObserver")
        .required(
            method("onUncaughtException", "reactor.netty.Connection", "java.lang.Throwable"),
            before(field("handler"), argument(0)),
            ReactorNettyAdapters.Failure.class);
    type(CONNECT + "HttpIOHandlerObserver")
        .required(
            constructor("reactor.core.publisher.MonoSink", CONNECT + "HttpClientHandler"),
            after(argument(0), argument(1)),
            ReactorNettyAdapters.Attempt.class)
        .required(
            method(
                "onStateChange",
                "reactor.netty.Connection",
                "reactor.netty.ConnectionObserver$State"),
            before(field("handler"), argument(0), argument(1)),
            ReactorNettyAdapters.State.class);
    type("reactor.netty.http.client.HttpClientOperations")
        .required(
            method("onInboundNext", "io.netty.channel.ChannelHandlerContext", "java.lang.Object"),
            before(THIS, argument(1)),
            ReactorNettyAdapters.Read.class);
    type("reactor.core.publisher.MonoCreate$DefaultMonoSink")
        .required(method("cancel"), before(THIS), ReactorNettyAdapters.Cancel.class);

    errors(
        RESET,
        "reactor.netty.http.client.PrematureCloseException",
        "reactor.netty.channel.AbortedException");
  }
}
