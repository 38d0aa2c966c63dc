package io.cioagent.instrumentation.javanethttp;

import static io.cioagent.instrumentation.MethodMatcher.anyConstructor;
import static io.cioagent.instrumentation.MethodMatcher.named;
import static io.cioagent.instrumentation.Shape.after;
import static io.cioagent.instrumentation.Shape.afterIf;
import static io.cioagent.instrumentation.Shape.around;
import static io.cioagent.instrumentation.Shape.aroundReturn;
import static io.cioagent.instrumentation.Shape.before;
import static io.cioagent.instrumentation.Signature.ANY;
import static io.cioagent.instrumentation.Signature.method;
import static io.cioagent.instrumentation.Value.RETURNED;
import static io.cioagent.instrumentation.Value.THIS;
import static io.cioagent.instrumentation.Value.argument;
import static io.cioagent.instrumentation.Value.field;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.LibraryInstrumentation;
import io.cioagent.instrumentation.Shape;
import io.cioagent.instrumentation.javanethttp.BodyAdapters.Carry;
import io.cioagent.instrumentation.javanethttp.BodyAdapters.Complete;
import io.cioagent.instrumentation.javanethttp.BodyAdapters.Frame;
import io.cioagent.instrumentation.javanethttp.BodyAdapters.Next;
import io.cioagent.instrumentation.javanethttp.RequestAdapters.Bind;
import io.cioagent.instrumentation.javanethttp.RequestAdapters.Failure;
import io.cioagent.instrumentation.javanethttp.RequestAdapters.GiveUp;
import io.cioagent.instrumentation.javanethttp.RequestAdapters.Head;
import io.cioagent.instrumentation.javanethttp.RequestAdapters.LastAnswer;
import io.cioagent.instrumentation.javanethttp.RequestAdapters.Send;
import io.cioagent.instrumentation.javanethttp.RequestAdapters.Wire;

/**
 * Weaves the JDK's one implementation. The client's two methods have what the application sends and
 * gets. The classes beneath have each exchange on the wire, as the client follows redirects,
 * authenticates and retries on its own, and the bytes of an answer on their way to the
 * application's subscriber.
 *
 * <p>The client's two methods alone would be less code, and see neither redirects nor retries. For
 * the bytes, the application's {@code BodyHandler} would have to be replaced by one of our own.
 */
public final class JavaNetHttpInstrumentation extends LibraryInstrumentation {
  private static final String CLIENT = "jdk.internal.net.http.";

  public JavaNetHttpInstrumentation(Observer observer) {
    Exchanges exchanges = new Exchanges(observer);

    Send send = new Send(observer, exchanges);
    type(CLIENT + "HttpClientImpl")
        .required(method("send", ANY, ANY), around(argument(0)), send)
        // The one with four arguments is private and serves both.
        .required(method("sendAsync", ANY, ANY, ANY), around(argument(0)), send);
    LastAnswer lastAnswer = new LastAnswer(observer, exchanges);
    type(CLIENT + "MultiExchange")
        .required(
            anyConstructor().taking(0, "java.net.http.HttpRequest"),
            after(THIS),
            new Bind(observer, exchanges))
        .required(
            // The second since Java 26.
            named("getExceptionalCF", "checkRetryEligible").taking(0, "java.lang.Throwable"),
            aroundReturn(THIS, argument(0)),
            new Failure(observer, exchanges))
        // Not in Java 11.
        .optional(
            named("whenCancelled").taking(0, "java.lang.Throwable"),
            before(THIS, argument(0)),
            new GiveUp(observer, exchanges))
        .required(method("handleNoBody", ANY, ANY), before(THIS), lastAnswer);
    type(CLIENT + "Exchange")
        .required(
            method("responseAsync"),
            before(THIS, field("request"), field("multi")),
            new Wire(observer, exchanges))
        .required(method("readBodyAsync", ANY), before(field("multi")), lastAnswer);
    type(CLIENT + "Response")
        .required(
            anyConstructor().taking(1, CLIENT + "Exchange").taking(4, "int"),
            afterIf(argument(0), argument(1), THIS).passing(argument(4)),
            new Head(observer, exchanges));

    Carry carry = new Carry(observer, exchanges);
    Shape carried = before(field("response"), argument(0));
    type(CLIENT + "Http1Response").required(method("readBody", ANY, ANY, ANY), carried, carry);
    type(CLIENT + "Stream").required(method("receiveDataFrame", ANY), carried, carry);
    // The one since Java 20, the other before.
    type(CLIENT + "common.HttpBodySubscriberWrapper", CLIENT + "Http1Response$Http1BodySubscriber")
        .required(
            method("onNext", "java.util.List"),
            before(THIS, field("userSubscriber"), argument(0)),
            new Next(observer, exchanges))
        .required(
            method("complete", "java.lang.Throwable"),
            before(THIS, field("userSubscriber")),
            new Complete(observer, exchanges));
    type(CLIENT + "frame.DataFrame")
        .required(
            method("getData"),
            afterIf(THIS, RETURNED).passing(field("flags")),
            new Frame(observer, exchanges));
  }
}
