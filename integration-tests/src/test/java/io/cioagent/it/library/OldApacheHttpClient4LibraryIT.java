package io.cioagent.it.library;

import org.junit.jupiter.api.Test;

/** Apache HttpClient 4 by its {@code DefaultHttpClient}. */
@Library("apachehttpclient4old")
class OldApacheHttpClient4LibraryIT extends SilentRetryCases {

  @Test
  void responseHandlerThatThrowsKeepsTheStatus() {
    sendWith("handler", "thrown")
        .threw("thrown by the handler")
        .operations("identify success")
        .attempts(PUT + "200");
  }
}
