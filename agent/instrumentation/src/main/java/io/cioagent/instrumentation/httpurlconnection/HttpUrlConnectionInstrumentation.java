package io.cioagent.instrumentation.httpurlconnection;

import static io.cioagent.instrumentation.MethodMatcher.named;
import static io.cioagent.instrumentation.Shape.after;
import static io.cioagent.instrumentation.Shape.around;
import static io.cioagent.instrumentation.Shape.aroundOrAtEnd;
import static io.cioagent.instrumentation.Shape.aroundRead;
import static io.cioagent.instrumentation.Shape.beforeIf;
import static io.cioagent.instrumentation.Signature.method;
import static io.cioagent.instrumentation.Value.RETURNED;
import static io.cioagent.instrumentation.Value.THIS;
import static io.cioagent.instrumentation.Value.argument;
import static io.cioagent.instrumentation.Value.field;
import static io.cioagent.instrumentation.Value.optionalArgument;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.LibraryInstrumentation;
import io.cioagent.instrumentation.Shape;

/**
 * Weaves {@code sun.net.www.protocol.http.HttpURLConnection}, of which every connection is one: for
 * https the delegate inside. Only {@code connect} is overridden there. And the stream that it gives
 * to the application, whichever way the body of the answer is read. And {@code
 * sun.net.www.http.HttpClient}, which repeats a request by itself.
 *
 * <p>The public methods alone would be less code. They know neither the requests of redirects,
 * authentication and repetition nor the bytes that the application reads.
 */
public final class HttpUrlConnectionInstrumentation extends LibraryInstrumentation {
  private static final String CONNECTION = "sun.net.www.protocol.http.HttpURLConnection";

  /** The field, as the method would make a failed connection try again. */
  private static final Shape REQUEST =
      around(THIS, field("inputStream")).passing(field("responseCode"));

  /** The delegate of https has no access to the other field. */
  private static final Shape DELEGATE = around(THIS).passing(field("responseCode"));

  /** The same for the method that follows redirects: one may lead to Customer.io. */
  private static final Shape ANSWER =
      aroundOrAtEnd(THIS, field("inputStream")).passing(field("responseCode"));

  /** The status as the method begins: before a second request it is that of the first answer. */
  private static final Shape WIRE = beforeIf(THIS, field("http")).passing(field("responseCode"));

  public HttpUrlConnectionInstrumentation(Observer observer) {
    Connections connections = new Connections(observer);
    AnswerStreams streams = new AnswerStreams();
    ConnectionAdapters.Request unanswered =
        new ConnectionAdapters.Request(observer, connections, false);
    type("sun.net.www.protocol.https.AbstractDelegateHttpsURLConnection")
        .required(method("connect"), DELEGATE, unanswered);
    type(CONNECTION)
        .required(method("connect"), REQUEST, unanswered)
        .required(method("getOutputStream"), REQUEST, unanswered)
        .required(
            method("getInputStream"),
            ANSWER,
            new ConnectionAdapters.Request(observer, connections, true))
        .required(
            method("getInputStream"),
            after(THIS, RETURNED),
            new AnswerStreams.Open(observer, connections, streams))
        .required(
            // One call for each request that is written, redirects and authentication included.
            method("writeRequests"), WIRE, new ConnectionAdapters.Wire(observer, connections, true))
        .required(
            // Called with every answer, whether it redirects or not.
            method("followRedirect"),
            WIRE,
            new ConnectionAdapters.Wire(observer, connections, false))
        // These forget the status of an answer that requires credentials.
        .required(
            method("disconnectInternal"),
            WIRE,
            new ConnectionAdapters.Wire(observer, connections, false))
        .required(
            method("disconnectWeb"),
            WIRE,
            new ConnectionAdapters.Wire(observer, connections, false));
    type(CONNECTION + "$HttpInputStream")
        .required(
            // The other ways to read, and to skip, come to this one.
            method("read", "byte[]", "int", "int"),
            aroundRead(THIS),
            new AnswerStreams.Read(observer, streams))
        .required(method("mark", "int"), after(THIS), new AnswerStreams.Mark(observer, streams))
        .required(method("reset"), after(THIS), new AnswerStreams.Reset(observer, streams))
        .required(method("close"), after(THIS), new AnswerStreams.Close(observer, streams));
    // The connection is the last argument, the second or the third.
    type("sun.net.www.http.HttpClient")
        .required(
            named("parseHTTP"),
            around(argument(1), optionalArgument(2), field("requests")),
            new ConnectionAdapters.ReadAnswer(observer, connections))
        .required(
            named("parseHTTPHeader"),
            around(argument(1), optionalArgument(2)),
            new ConnectionAdapters.ReadHead(observer, connections));
  }
}
