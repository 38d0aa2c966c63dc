package io.cioagent.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FailureOriginsTest {

  /** Each has a series from the start, so there must be few. */
  @Test
  void weaverAndPackagesWithAdaptersAreOrigins() {
    assertThat(FailureOrigins.read())
        .contains("weaver", "client", "okhttp", "javanethttp", "handover", "scala")
        .hasSizeBetween(20, 50);
  }
}
