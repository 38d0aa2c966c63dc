package io.cioagent.it.receiver;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A handler of embedded Jetty 12, without servlets. */
@ParameterizedClass(name = "{1} on {0}")
@MethodSource("rows")
class JettyCoreReceiverIT extends ReceiverCases {

  static Stream<Arguments> rows() {
    return JettyReceiverRows.core();
  }
}
