package io.cioagent.it.apps;

import java.io.IOException;
import java.net.Proxy;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSink;

/** Through OkHttp 3, 4 and 5; the clients share one pool of connections and one dispatcher. */
public final class OkHttpLibraryApp extends LibraryApp {

  private static final MediaType JSON = MediaType.parse("application/json");

  private final OkHttpClient client = new OkHttpClient.Builder().followRedirects(false).build();
  private final Map<String, Request> requests = new ConcurrentHashMap<>();

  private OkHttpLibraryApp() {
    super("sync", "async", "streamed", "unread", "reused", "proxy", "follow", "timeout", "start");
  }

  public static void main(String[] arguments) throws IOException {
    new OkHttpLibraryApp().run(arguments);
  }

  @Override
  protected String send(String way, Outgoing request) throws IOException {
    switch (way) {
      case "streamed":
        return show(client.newCall(built(request, new Streamed(request.bytes()))).execute());
      case "unread":
        Response response = client.newCall(built(request)).execute();
        response.body().close();
        return response.code() + " unread";
      case "reused":
        Request same = requests.computeIfAbsent(request.url(), url -> built(request));
        return show(client.newCall(same).execute());
      case "proxy":
        OkHttpClient proxied =
            client.newBuilder().proxy(new Proxy(Proxy.Type.HTTP, proxy())).build();
        return show(proxied.newCall(built(request)).execute());
      case "follow":
        OkHttpClient follower = client.newBuilder().followRedirects(true).build();
        return show(follower.newCall(built(request)).execute());
      case "timeout":
        OkHttpClient impatient =
            client.newBuilder().readTimeout(250, TimeUnit.MILLISECONDS).build();
        return show(impatient.newCall(built(request)).execute());
      default:
        return show(client.newCall(built(request)).execute());
    }
  }

  @Override
  protected StartedRequest begin(Outgoing request) {
    CompletableFuture<String> answer = new CompletableFuture<>();
    Call call = client.newCall(built(request));
    call.enqueue(
        new Callback() {
          @Override
          public void onFailure(Call failed, IOException e) {
            answer.completeExceptionally(e);
          }

          @Override
          public void onResponse(Call answered, Response response) {
            try {
              answer.complete(show(response));
            } catch (IOException e) {
              answer.completeExceptionally(e);
            }
          }
        });
    return new StartedRequest(answer, call::cancel);
  }

  private static Request built(Outgoing request) {
    return built(request, request.hasBody() ? RequestBody.create(JSON, request.bytes()) : null);
  }

  private static Request built(Outgoing request, RequestBody body) {
    return new Request.Builder()
        .url(request.url())
        .header("Authorization", Secrets.BASIC)
        .method(request.method(), body)
        .build();
  }

  private static String show(Response response) throws IOException {
    try (ResponseBody body = response.body()) {
      return show(response.code(), body.string(), response.headers().toMultimap());
    }
  }

  /** Of a length that nobody knows before. */
  private static final class Streamed extends RequestBody {

    private final byte[] bytes;

    Streamed(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public MediaType contentType() {
      return JSON;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      sink.write(bytes);
    }
  }
}
