package io.cioagent.it.apps;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javax.ws.rs.client.Client;
import javax.ws.rs.client.Entity;
import javax.ws.rs.client.Invocation;
import javax.ws.rs.client.InvocationCallback;
import javax.ws.rs.core.Response;

/**
 * Through a JAX-RS client; which one is up to {@code JaxRsEngine}, a class of another folder. For
 * Jakarta the packages are renamed.
 */
public final class JaxRsLibraryApp extends LibraryApp {

  private final Client plain = JaxRsEngine.client("sync", 0);
  private final Client follower = JaxRsEngine.client("follow", 0);
  private final Client impatient = JaxRsEngine.client("timeout", 250);
  private final Client apache4 = JaxRsEngine.client("apache4", 0);
  private final Client apache5 = JaxRsEngine.client("apache5", 0);

  private JaxRsLibraryApp() {
    super(JaxRsEngine.ways());
  }

  public static void main(String[] arguments) throws IOException {
    new JaxRsLibraryApp().run(arguments);
  }

  @Override
  protected String send(String way, Outgoing request) throws Exception {
    switch (way) {
      case "rx":
        return show(later(request));
      case "follow":
        return show(invocation(follower, request).invoke());
      case "timeout":
        return show(invocation(impatient, request).invoke());
      case "apache4":
        return show(invocation(apache4, request).invoke());
      case "apache5":
        return show(invocation(apache5, request).invoke());
      default:
        return show(invocation(plain, request).invoke());
    }
  }

  private Response later(Outgoing request) throws InterruptedException, ExecutionException {
    Invocation.Builder builder = builder(plain, request);
    return (request.hasBody()
            ? builder.rx().method(request.method(), Entity.json(request.body()))
            : builder.rx().method(request.method()))
        .toCompletableFuture()
        .get();
  }

  @Override
  protected StartedRequest begin(Outgoing request) {
    CompletableFuture<String> answer = new CompletableFuture<>();
    invocation(plain, request)
        .submit(
            new InvocationCallback<Response>() {
              @Override
              public void completed(Response response) {
                try {
                  answer.complete(show(response));
                } catch (RuntimeException e) {
                  answer.completeExceptionally(e);
                }
              }

              @Override
              public void failed(Throwable thrown) {
                answer.completeExceptionally(thrown);
              }
            });
    return new StartedRequest(answer, () -> answer.cancel(true));
  }

  private static Invocation.Builder builder(Client client, Outgoing request) {
    return client.target(request.uri()).request().header("Authorization", Secrets.BASIC);
  }

  private static Invocation invocation(Client client, Outgoing request) {
    Invocation.Builder builder = builder(client, request);
    // Jersey refuses a DELETE with a body.
    return request.hasBody() && !request.method().equals("DELETE")
        ? builder.build(request.method(), Entity.json(request.body()))
        : builder.build(request.method());
  }

  private static String show(Response response) {
    try {
      String body = response.hasEntity() ? response.readEntity(String.class) : "";
      return show(response.getStatus(), body, response.getStringHeaders());
    } finally {
      response.close();
    }
  }
}
