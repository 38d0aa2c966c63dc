package io.cioagent.it.library;

import io.cioagent.it.harness.EveryRow;
import org.junit.jupiter.api.Test;

/** The JDK's {@link java.net.HttpURLConnection}. */
@Library("urlconnection")
class UrlConnectionLibraryIT extends LibraryCases {

  @Test
  @EveryRow
  void nothingOfAnExchangeWaitsForACollection() {
    assertNothingOfAnExchangeWaitsForACollection();
  }
}
