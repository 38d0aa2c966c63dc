package io.cioagent.instrumentation.jdkhttpserver;

import static io.cioagent.instrumentation.Shape.after;
import static io.cioagent.instrumentation.Shape.around;
import static io.cioagent.instrumentation.Shape.aroundRead;
import static io.cioagent.instrumentation.Shape.aroundReturn;
import static io.cioagent.instrumentation.Shape.atEnd;
import static io.cioagent.instrumentation.Signature.ANY;
import static io.cioagent.instrumentation.Signature.constructor;
import static io.cioagent.instrumentation.Signature.method;
import static io.cioagent.instrumentation.Value.THIS;
import static io.cioagent.instrumentation.Value.argument;
import static io.cioagent.instrumentation.Value.field;
import static net.bytebuddy.matcher.ElementMatchers.isConstructor;

import io.cioagent.bridge.Bridge;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.LibraryInstrumentation;
import io.cioagent.instrumentation.Point;
import io.cioagent.instrumentation.Shape;
import io.cioagent.instrumentation.Signature;
import net.bytebuddy.asm.Advice;

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
            isConstructor(), after(THIS, argument(0)), new JdkHttpServerAdapters.Begin(observer));
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
            Shape.special(AnswerAdvice.class),
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

  /**
   * Status and headers are sent, unless that is refused because they are sent already. No shape, as
   * the status is needed before the method sends it, and boxed for webhooks alone.
   */
  private static final class AnswerAdvice {
    private AnswerAdvice() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(
        @Point int point,
        @Advice.This Object exchange,
        @Advice.FieldValue("sentHeaders") boolean sent,
        @Advice.Argument(0) int status) {
      if (!sent) {
        Object scope = Bridge.enter(point, exchange, null, null);
        if (scope != null) {
          Bridge.exit(point, scope, status, null);
        }
      }
    }
  }
}
