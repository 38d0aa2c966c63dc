package io.cioagent.instrumentation.commonshttpclient3;

import static io.cioagent.core.call.ErrorType.Kind.RESET;
import static io.cioagent.instrumentation.Shape.after;
import static io.cioagent.instrumentation.Shape.around;
import static io.cioagent.instrumentation.Shape.aroundRead;
import static io.cioagent.instrumentation.Shape.aroundReturn;
import static io.cioagent.instrumentation.Signature.method;
import static io.cioagent.instrumentation.Value.THIS;
import static io.cioagent.instrumentation.Value.argument;
import static io.cioagent.instrumentation.Value.field;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.LibraryInstrumentation;
import io.cioagent.instrumentation.answer.StreamAdapters;

/**
 * Weaves three places. The director knows the host even if the URI is relative, and has the
 * application's request and its result. The base of all methods has each exchange on the wire: the
 * director follows redirects, answers challenges and retries on its own. The stream is what the
 * application reads an answer from.
 *
 * <p>The library has no interceptors or the like to add instead.
 */
public final class CommonsHttpClient3Instrumentation extends LibraryInstrumentation {
  public CommonsHttpClient3Instrumentation(Observer observer) {
    type("org.apache.commons.httpclient.HttpMethodDirector")
        .required(
            method("executeMethod", "org.apache.commons.httpclient.HttpMethod"),
            around(THIS, field("hostConfiguration"), argument(0)),
            CommonsHttpClient3Adapters.Execute.class);
    type("org.apache.commons.httpclient.HttpMethodBase")
        .required(
            method(
                "execute",
                "org.apache.commons.httpclient.HttpState",
                "org.apache.commons.httpclient.HttpConnection"),
            // A field, as the application may override the method.
            around(THIS, argument(1)).passing(field("responseStream")),
            CommonsHttpClient3Adapters.Wire.class);
    // Around the streams that know where a body ends.
    type("org.apache.commons.httpclient.AutoCloseInputStream")
        .required(
            method("read", "byte[]", "int", "int"), aroundRead(THIS), StreamAdapters.Read.class)
        .required(method("read"), aroundReturn(THIS), StreamAdapters.ReadOne.class)
        .required(method("close"), after(THIS), StreamAdapters.Close.class);

    errors(RESET, "org.apache.commons.httpclient.NoHttpResponseException");
  }
}
