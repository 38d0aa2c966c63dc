package io.cioagent.instrumentation.jdkhttpserver;

import static io.cioagent.instrumentation.MethodMatcher.anyConstructor;
import static io.cioagent.instrumentation.Shape.after;
import static io.cioagent.instrumentation.Shape.around;
import static io.cioagent.instrumentation.Shape.aroundRead;
import static io.cioagent.instrumentation.Shape.aroundReturn;
import static io.cioagent.instrumentation.Shape.atEnd;
import static io.cioagent.instrumentation.Shape.beforeIf;
import static io.cioagent.instrumentation.Signature.ANY;
import static io.cioagent.instrumentation.Signature.constructor;
import static io.cioagent.instrumentation.Signature.method;
import static io.cioagent.instrumentation.Value.THIS;
import static io.cioagent.instrumentation.Value.argument;
import static io.cioagent.instrumentation.Value.field;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.LibraryInstrumentation;
import io.cioagent.instrumentation.Signature;

/**
 * Weaves {@code sun.net.httpserver}, whose {@code ExchangeImpl} stands for one request.
 *
 * <p>A filter in each of the application's contexts would be less code. The application would see
 * it, and it could not know when an answer is written.
 */
public final class JdkHttpServerInstrumentation extends LibraryInstrumentation {
  private static final String PACKAGE = "sun.net.httpserver.";

  private static final Signature DO_FILTER =
      method("doFilter", "com.sun.net.httpserver.HttpExchange");

  public JdkHttpServerInstrumentation(Observer observer) {
    type(PACKAGE + "HttpExchangeImpl", PACKAGE + "HttpsExchangeImpl")
        .required(
            anyConstructor(), after(THIS, argument(0)), new JdkHttpServerAdapters.Begin(observer));
    type("com.sun.net.httpserver.Filter$Chain")
        .required(DO_FILTER, around(argument(0)), new JdkHttpServerAdapters.Handle(observer))
        .required(DO_FILTER, atEnd(argument(0)), new JdkHttpServerAdapters.Left(observer));
    type(PACKAGE + "LeftOverInputStream")
        .required(
            method("read"), aroundReturn(field("t")), new JdkHttpServerAdapters.ReadOne(observer))
        .required(
            method("read", "byte[]", "int", "int"),
            aroundRead(field("t")),
            new JdkHttpServerAdapters.Read(observer));
    type(PACKAGE + "ExchangeImpl")
        .required(
            method("sendResponseHeaders", "int", "long"),
            beforeIf(THIS, field("sentHeaders")).passing(argument(0)),
            new JdkHttpServerAdapters.Answer(observer))
        .required(method("close"), atEnd(THIS), new JdkHttpServerAdapters.Close(observer));
    // An event with an exchange says that its answer is written.
    type(PACKAGE + "Event")
        .required(
            constructor(ANY), after(argument(0)), new JdkHttpServerAdapters.Written(observer));
    type(PACKAGE + "ServerImpl$Exchange")
        .required(
            method("run"),
            atEnd(field("tx"), field("chan")),
            new JdkHttpServerAdapters.Handled(observer));
  }
}
