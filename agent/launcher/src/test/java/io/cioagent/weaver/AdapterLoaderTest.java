package io.cioagent.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AdapterLoaderTest {
  /** A neighbour that weaves adapters looks for the classes that they are derived from. */
  @Test
  void findsTheFilesOfTheAgentAndNoneOfItsLibraries() {
    AdapterLoader loader = new AdapterLoader(null);
    assertThat(loader.getResource("io/cioagent/instrumentation/Adapter.class")).isNotNull();
    assertThat(loader.getResource("io/cioagent/instrumentation/Missing.class")).isNull();
    assertThat(loader.getResource("org/slf4j/Logger.class")).isNull();
  }
}
