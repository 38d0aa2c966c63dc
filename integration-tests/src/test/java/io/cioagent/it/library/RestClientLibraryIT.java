package io.cioagent.it.library;

import io.cioagent.it.standin.Reply;
import org.junit.jupiter.api.Test;

/** Spring RestClient 6.1 and 7: seen in what it sits on, and once. */
@Library("restclient")
class RestClientLibraryIT extends LibraryCases {

  /** Since 6.2 Spring keeps the time itself on java.net.http, and cancels the request. */
  @Override
  @Test
  void responseTimeout() {
    standIn().script(Reply.silence());
    failed(ask("timeout"), row().version().startsWith("6.1.") ? "timeout" : "cancelled");
  }

  /** On JDK 21, java.net.http has 0.44 of its own for each call, without the agent as well. */
  @Override
  long otherWeakReferences(int calls, int collections) {
    return jdk().feature() > 17 ? calls * 4L / 10 : 0;
  }
}
