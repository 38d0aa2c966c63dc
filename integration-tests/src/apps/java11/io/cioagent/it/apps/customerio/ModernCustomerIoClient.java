package io.cioagent.it.apps.customerio;

import static java.net.http.HttpResponse.BodyHandlers.discarding;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;

/** One client method for each way to use {@code java.net.http} beneath it. */
public class ModernCustomerIoClient {

  private final HttpClient http = HttpClient.newHttpClient();
  private final String base;

  public ModernCustomerIoClient(String base) {
    this.base = base;
  }

  /** Waits, and loses the status. */
  public void identify(String id) throws IOException, InterruptedException {
    if (http.send(put(id), discarding()).statusCode() >= 300) {
      throw new IllegalStateException("Customer.io refused");
    }
  }

  /** Waits, tries again, and swallows what is left. */
  public boolean identifyUser(String id) throws InterruptedException {
    for (int attempt = 0; attempt < 3; attempt++) {
      try {
        if (http.send(put(id), discarding()).statusCode() < 300) {
          return true;
        }
      } catch (IOException e) {
        return false;
      }
    }
    return false;
  }

  /** Does not wait. */
  public CompletableFuture<Integer> updateCustomer(String id) {
    return http.sendAsync(put(id), discarding()).thenApply(HttpResponse::statusCode);
  }

  /** Does not wait, and turns a refusal into an exception without a status. */
  public CompletableFuture<Integer> upsertCustomer(String id) {
    return http.sendAsync(put(id), discarding()).thenApply(ModernCustomerIoClient::accepted);
  }

  /** Does not wait, and tries again from the callback. */
  public CompletableFuture<Integer> createOrUpdateCustomer(String id) {
    return http.sendAsync(put(id), discarding())
        .thenCompose(
            first ->
                first.statusCode() == 429
                    ? http.sendAsync(put(id), discarding())
                    : CompletableFuture.completedFuture(first))
        .thenApply(HttpResponse::statusCode);
  }

  /** Does not wait, and tries again within the callback, where it does wait. */
  public CompletableFuture<Integer> identifyCustomer(String id) {
    return http.sendAsync(put(id), discarding())
        .thenApply(first -> first.statusCode() == 429 ? sendAgain(id) : first.statusCode());
  }

  private int sendAgain(String id) {
    try {
      return http.send(put(id), discarding()).statusCode();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Starts two exchanges side by side. */
  public CompletableFuture<Integer> addOrUpdateCustomer(String id) {
    CompletableFuture<Integer> other = updateCustomer(id);
    return updateCustomer(id).thenCombine(other, Integer::sum);
  }

  /** Starts an exchange and forgets it. */
  @SuppressWarnings("FutureReturnValueIgnored") // a habit, and why nobody sees the failure
  public boolean track(String id) {
    http.sendAsync(put(id), discarding());
    return true;
  }

  private static int accepted(HttpResponse<?> response) {
    if (response.statusCode() >= 300) {
      throw new IllegalStateException("Customer.io refused");
    }
    return response.statusCode();
  }

  private HttpRequest put(String id) {
    return HttpRequest.newBuilder(URI.create(base + "/api/v1/customers/" + id))
        .PUT(HttpRequest.BodyPublishers.ofString("{}"))
        .build();
  }
}
