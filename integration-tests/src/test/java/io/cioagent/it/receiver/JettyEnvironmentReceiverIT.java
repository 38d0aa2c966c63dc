package io.cioagent.it.receiver;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Servlets in embedded Jetty 12, in each of its environments. */
@ParameterizedClass(name = "{1} on {0}")
@MethodSource("rows")
class JettyEnvironmentReceiverIT extends ReceiverCases {

  static Stream<Arguments> rows() {
    return JettyReceiverRows.environments();
  }

  /** Whether what is dispatched goes on in the first thread is a matter of time here. */
  @Override
  protected Stream<String> servedWays() {
    return super.servedWays().filter(way -> !way.equals("dispatch"));
  }
}
