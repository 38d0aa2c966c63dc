package io.cioagent.it.apps.customerio;

import io.cioagent.it.apps.Outgoing;
import io.cioagent.it.apps.WebClientLibraryApp;
import java.util.concurrent.Future;
import reactor.core.publisher.Mono;

/** Returns what WebClient returns. */
public class MonoCustomerIoClient {

  private final String base;

  public MonoCustomerIoClient(String base) {
    this.base = base;
  }

  /** Nothing happens until somebody subscribes. */
  public Mono<String> identify(String id) {
    String url = base + "/api/v1/customers/" + id;
    return WebClientLibraryApp.fetch(new Outgoing("PUT", url, "{\"plan\":\"pro\"}"))
        .map(answer -> answer.substring(0, 3));
  }

  /** Not the client's work: what an application does with it. */
  public Future<String> subscribed(String id) {
    return identify(id).toFuture();
  }

  /** The same, blocking. */
  public String waitedFor(String id) {
    return identify(id).block();
  }
}
