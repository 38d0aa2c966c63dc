package io.cioagent.it.library;

import io.cioagent.it.harness.EveryRow;
import org.junit.jupiter.api.Test;

/** The JDK's {@link java.net.HttpURLConnection}. */
@Library("urlconnection")
class UrlConnectionLibraryIT extends LibraryCases {

  @Override
  @Test
  @EveryRow
  void nothingOfAnExchangeWaitsForACollection() {
    super.nothingOfAnExchangeWaitsForACollection();
  }
}
