package io.cioagent.instrumentation.apachehttpasyncclient4;

import static io.cioagent.instrumentation.Shape.aroundReturn;
import static io.cioagent.instrumentation.Signature.method;
import static io.cioagent.instrumentation.Value.THIS;
import static io.cioagent.instrumentation.Value.argument;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.LibraryInstrumentation;

/**
 * Weaves what a body is read from. What goes into a file directly is not observed, as it would have
 * to be read again.
 */
public final class DecoderInstrumentation extends LibraryInstrumentation {
  public DecoderInstrumentation(Observer observer) {
    type(
            "org.apache.http.impl.nio.codecs.LengthDelimitedDecoder",
            "org.apache.http.impl.nio.codecs.ChunkDecoder",
            "org.apache.http.impl.nio.codecs.IdentityDecoder")
        .required(
            method("read", "java.nio.ByteBuffer"),
            aroundReturn(THIS, argument(0)),
            ApacheHttpAsyncClient4Adapters.Decode.class);
  }
}
