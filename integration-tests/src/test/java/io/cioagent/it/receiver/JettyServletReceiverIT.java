package io.cioagent.it.receiver;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Servlets in embedded Jetty 9.2 to 11. */
@ParameterizedClass(name = "{1} on {0}")
@MethodSource("rows")
class JettyServletReceiverIT extends ReceiverCases {

  static Stream<Arguments> rows() {
    return JettyReceiverRows.servlet();
  }
}
