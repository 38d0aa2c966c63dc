package io.cioagent.it.library;

import org.junit.jupiter.api.Test;

/** Apache HttpClient 4.3 to 4.5, and HttpCore without a client. */
@Library("apachehttpclient4")
class ApacheHttpClient4LibraryIT extends SilentRetryCases {

  @Test
  void responseHandlerThatThrowsKeepsTheStatus() {
    sendWith("handler", "thrown")
        .threw("thrown by the handler")
        .operations("identify success")
        .attempts(PUT + "200");
  }

  @Test
  void requestThatWasAbortedBeforehand() {
    failed(sendWith("aborted", "aborted"), "cancelled");
  }
}
