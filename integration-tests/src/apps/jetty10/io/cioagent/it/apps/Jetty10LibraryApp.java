package io.cioagent.it.apps;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.HttpProxy;
import org.eclipse.jetty.client.HttpResponseException;
import org.eclipse.jetty.client.api.AuthenticationStore;
import org.eclipse.jetty.client.api.ContentResponse;
import org.eclipse.jetty.client.api.Request;
import org.eclipse.jetty.client.api.Response;
import org.eclipse.jetty.client.api.Result;
import org.eclipse.jetty.client.util.AsyncRequestContent;
import org.eclipse.jetty.client.util.BasicAuthentication;
import org.eclipse.jetty.client.util.BufferingResponseListener;
import org.eclipse.jetty.client.util.BytesRequestContent;
import org.eclipse.jetty.client.util.InputStreamResponseListener;
import org.eclipse.jetty.client.util.OutputStreamRequestContent;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.util.Callback;

/** Through the client of Jetty 10 and 11, as it comes but for redirects. */
public class Jetty10LibraryApp extends LibraryApp {

  private final HttpClient client;
  private final HttpClient proxied = newClient();

  protected Jetty10LibraryApp(HttpClient client) throws Exception {
    super(
        "sync",
        "async",
        "streamed",
        "output",
        "input",
        "unread",
        "kept",
        "relative",
        "authenticated",
        "idle",
        "proxy",
        "follow",
        "timeout",
        "start");
    this.client = client;
    client.setFollowRedirects(false);
    client.start();
  }

  public static void main(String[] arguments) throws Exception {
    new Jetty10LibraryApp(newClient()).start(arguments);
  }

  protected final void start(String[] arguments) throws IOException {
    run(arguments);
  }

  private static HttpClient newClient() {
    return new HttpClient();
  }

  @Override
  protected String send(String way, Outgoing request) throws Exception {
    switch (way) {
      case "streamed":
        AsyncRequestContent content = new AsyncRequestContent("application/json");
        CompletableFuture<String> streamed = sent(built(client, request).body(content)).answer();
        for (byte each : request.bytes()) {
          content.offer(ByteBuffer.wrap(new byte[] {each}), Callback.NOOP);
        }
        content.close();
        return unwrapped(streamed);
      case "output":
        OutputStreamRequestContent output = new OutputStreamRequestContent("application/json");
        CompletableFuture<String> written = sent(built(client, request).body(output)).answer();
        try (OutputStream out = output.getOutputStream()) {
          out.write(request.bytes());
        } catch (IOException e) {
          // The answer tells.
        }
        return unwrapped(written);
      case "input":
        return readFromStream(request);
      case "unread":
      case "kept":
        return unread(request, way.equals("kept"));
      case "relative":
        Request relative =
            client
                .newRequest(request.host(), request.port())
                .scheme(request.uri().getScheme())
                .path(request.pathAndQuery());
        return show(signed(completed(relative, request)));
      case "authenticated":
        AuthenticationStore store = client.getAuthenticationStore();
        store.clearAuthentications();
        store.clearAuthenticationResults();
        store.addAuthentication(
            new BasicAuthentication(request.uri().resolve("/"), "cio", "site", "key"));
        return show(completed(client.newRequest(request.uri()), request));
      case "idle":
        return show(built(client, request).idleTimeout(1, TimeUnit.SECONDS));
      case "proxy":
        return show(viaProxy(request));
      case "follow":
        return show(built(client, request).followRedirects(true));
      case "timeout":
        return show(built(client, request).timeout(250, TimeUnit.MILLISECONDS));
      default:
        return show(built(client, request));
    }
  }

  @Override
  protected StartedRequest begin(Outgoing request) {
    return sent(built(client, request));
  }

  private Request viaProxy(Outgoing request) throws Exception {
    if (!proxied.isRunning()) {
      proxied
          .getProxyConfiguration()
          .getProxies()
          .add(new HttpProxy(proxy().getHostString(), proxy().getPort()));
      proxied.start();
    }
    return built(proxied, request);
  }

  /** Closed, as one should, or left to the garbage. */
  private String readFromStream(Outgoing request) throws Exception {
    InputStreamResponseListener stream = new InputStreamResponseListener();
    built(client, request).send(stream);
    try {
      Response response = stream.get(10, TimeUnit.SECONDS);
      StringBuilder body = new StringBuilder();
      try (InputStream in = stream.getInputStream()) {
        for (int each = in.read(); each >= 0; each = in.read()) {
          body.append((char) each);
        }
      }
      return shown(response, body.toString());
    } catch (ExecutionException e) {
      return refusal(e);
    }
  }

  private String unread(Outgoing request, boolean kept) throws Exception {
    InputStreamResponseListener stream = new InputStreamResponseListener();
    built(client, request).send(stream);
    try {
      int status = stream.get(10, TimeUnit.SECONDS).getStatus();
      if (!kept) {
        stream.getInputStream().close();
      }
      return status + " unread";
    } catch (ExecutionException e) {
      return refusal(e);
    }
  }

  private static StartedRequest sent(Request request) {
    CompletableFuture<String> answer = new CompletableFuture<>();
    request.send(
        new BufferingResponseListener() {
          @Override
          public void onComplete(Result result) {
            if (result.isFailed()) {
              answer.completeExceptionally(result.getFailure());
            } else {
              answer.complete(shown(result.getResponse(), getContentAsString()));
            }
          }
        });
    return new StartedRequest(
        refusalShown(answer), () -> request.abort(new Exception("nobody waits any longer")));
  }

  private static Request built(HttpClient client, Outgoing request) {
    return signed(completed(client.newRequest(request.uri()), request));
  }

  private static Request signed(Request request) {
    return request.headers(headers -> headers.put("Authorization", Secrets.BASIC));
  }

  private static Request completed(Request made, Outgoing request) {
    made.method(request.method());
    return request.hasBody()
        ? made.body(new BytesRequestContent("application/json", request.bytes()))
        : made;
  }

  private static String show(Request request) throws Exception {
    try {
      ContentResponse response = request.send();
      return shown(response, response.getContentAsString());
    } catch (ExecutionException e) {
      return refusal(e);
    }
  }

  private static String unwrapped(CompletableFuture<String> answer) throws Exception {
    try {
      return answer.get(10, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception ? (Exception) e.getCause() : e;
    }
  }

  /** A 401 without a challenge is an exception to Jetty, which knows the answer all the same. */
  private static String refusal(ExecutionException e) throws ExecutionException {
    Response response = refused(e.getCause());
    if (response == null) {
      throw e;
    }
    return shown(response, "");
  }

  private static CompletableFuture<String> refusalShown(CompletableFuture<String> answer) {
    CompletableFuture<String> seen = new CompletableFuture<>();
    answer.whenComplete(
        (shown, thrown) -> {
          Response response = refused(thrown);
          if (response != null) {
            seen.complete(shown(response, ""));
          } else if (thrown != null) {
            seen.completeExceptionally(thrown);
          } else {
            seen.complete(shown);
          }
        });
    return seen;
  }

  private static Response refused(Throwable thrown) {
    Response response =
        thrown instanceof HttpResponseException
            ? ((HttpResponseException) thrown).getResponse()
            : null;
    return response != null && response.getStatus() == 401 ? response : null;
  }

  private static String shown(Response response, String body) {
    Map<String, String> headers = new TreeMap<>();
    for (HttpField field : response.getHeaders()) {
      headers.merge(field.getName(), field.getValue(), (one, other) -> one + ", " + other);
    }
    return show(response.getStatus(), body, headers);
  }
}
