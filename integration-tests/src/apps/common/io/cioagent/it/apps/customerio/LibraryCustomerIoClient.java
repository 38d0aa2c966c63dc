package io.cioagent.it.apps.customerio;

import io.cioagent.it.apps.LibraryApp;
import io.cioagent.it.apps.Outgoing;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A hand-written client above whichever HTTP library the application is made for. */
public class LibraryCustomerIoClient {

  private final LibraryApp http;
  private final String base;

  public LibraryCustomerIoClient(LibraryApp http, String base) {
    this.http = http;
    this.base = base;
  }

  /** Non-2xx becomes an exception that no longer knows the status. */
  public void identify(String id, Map<String, Object> attributes) throws Exception {
    if (!succeeded(http.call("sync", customer(id)))) {
      throw new IllegalStateException("Customer.io refused " + attributes);
    }
  }

  /** Completes with the status, whatever it is. */
  public CompletableFuture<String> identifyUser(String id) throws Exception {
    return http.async(customer(id)).thenApply(answer -> answer.substring(0, 3));
  }

  /** Swallows whatever went wrong; only the boolean tells. */
  public boolean updateCustomer(String id) {
    try {
      return succeeded(http.call("sync", customer(id)));
    } catch (Exception e) {
      return false;
    }
  }

  /** Tries again while the service says that it is too much. */
  public boolean upsertCustomer(String id, int attempts) throws Exception {
    for (int attempt = 1; attempt < attempts; attempt++) {
      String answer = http.call("sync", customer(id));
      if (!answer.startsWith("429")) {
        return succeeded(answer);
      }
    }
    return succeeded(http.call("sync", customer(id)));
  }

  /** Follows redirects, and swallows whatever went wrong. */
  public boolean createOrUpdateCustomer(String id) {
    return follows(customer(id));
  }

  /** Follows redirects, and swallows whatever went wrong. */
  public boolean trackEvent(String id) {
    return follows(
        new Outgoing(
            "POST", base + "/api/v1/customers/" + id + "/events", "{\"name\":\"bought\"}"));
  }

  private boolean follows(Outgoing request) {
    try {
      return succeeded(http.call("follow", request));
    } catch (Exception e) {
      return false;
    }
  }

  private Outgoing customer(String id) {
    return new Outgoing("PUT", base + "/api/v1/customers/" + id, "{\"plan\":\"pro\"}");
  }

  private static boolean succeeded(String answer) {
    return answer.startsWith("20");
  }
}
