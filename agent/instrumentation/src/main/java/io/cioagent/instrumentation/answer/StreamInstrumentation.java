package io.cioagent.instrumentation.answer;

import static io.cioagent.instrumentation.Shape.aroundRead;
import static io.cioagent.instrumentation.Shape.aroundReturn;
import static io.cioagent.instrumentation.Shape.before;
import static io.cioagent.instrumentation.Signature.method;
import static io.cioagent.instrumentation.Value.THIS;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.LibraryInstrumentation;

/**
 * Weaves the streams of a connection that Apache HttpCore 4 and 5 make for a body, on which each
 * entity's own stream sits. A wrapper around the entity would change what the application gets.
 */
public final class StreamInstrumentation extends LibraryInstrumentation {
  public StreamInstrumentation(Observer observer) {
    type(
            "org.apache.http.impl.io.ContentLengthInputStream",
            "org.apache.http.impl.io.ChunkedInputStream",
            "org.apache.http.impl.io.IdentityInputStream",
            "org.apache.hc.core5.http.impl.io.ContentLengthInputStream",
            "org.apache.hc.core5.http.impl.io.ChunkedInputStream",
            "org.apache.hc.core5.http.impl.io.IdentityInputStream")
        // The third form, for a whole array, calls the first.
        .required(
            method("read", "byte[]", "int", "int"), aroundRead(THIS), StreamAdapters.Read.class)
        .required(method("read"), aroundReturn(THIS), StreamAdapters.ReadOne.class)
        // As it begins: a stream drains itself to save its connection, which is not reading.
        .required(method("close"), before(THIS), StreamAdapters.Close.class);
  }
}
