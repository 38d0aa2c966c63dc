package io.cioagent.it.results;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code Mono} and {@code Flux}. */
@ParameterizedClass(name = "{1} on {0}")
@MethodSource("versions")
class ReactorIT extends PublisherCases {

  static Stream<Arguments> versions() {
    return everywhere(reactor("3.1.0.RELEASE"), reactor("3.8.8"));
  }

  private static ResultLibrary reactor(String version) {
    return ResultLibrary.java(
        "Reactor " + version,
        "reactor",
        "io.projectreactor:reactor-core:" + version,
        // It logs to standard output otherwise.
        "org.slf4j:slf4j-nop:1.7.36");
  }

  @Override
  protected String uses() {
    return "reactor.PublisherUses";
  }

  @Test
  void publisherSeesTheSubscribersContext() {
    judge("context trackAnonymous", "", "7;", "track_anonymous unknown");
  }

  /** It is part of exceptions and of names of metrics. */
  @Test
  void publisherIsCalledAsWithoutTheAgent() {
    use("names", "addDevice").answered("same").nothing();
  }
}
