package io.cioagent.it.library;

import io.cioagent.it.harness.EveryRow;
import org.junit.jupiter.api.Test;

/** The JDK's {@code java.net.http}. */
@Library("javahttp")
class JavaHttpLibraryIT extends LibraryCases {

  @Override
  @Test
  @EveryRow
  void nothingOfAnExchangeWaitsForACollection() {
    super.nothingOfAnExchangeWaitsForACollection();
  }
}
