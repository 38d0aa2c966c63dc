package io.cioagent.it.apps;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;

/** What OkHttp has learned since 3.12: a limit for the whole call, HTTP/2 and web sockets. */
public final class OkHttpLatestCases {

  private static final MediaType JSON = MediaType.parse("application/json");

  private final OkHttpClient client = new OkHttpClient();
  private final OkHttpClient unrepeated =
      client.newBuilder().retryOnConnectionFailure(false).build();
  private Call last;
  private CompletableFuture<String> answer;

  public static void main(String[] arguments) throws IOException {
    OkHttpLatestCases cases = new OkHttpLatestCases();
    new Console()
        .on("put", words -> put(cases.client, words.get(0)))
        .on("put-once", words -> put(cases.unrepeated, words.get(0)))
        .on("send", words -> send(cases.client, words.get(0)))
        .on("limited", words -> show(cases.limited(words.get(0)).execute()))
        .on("limited-later", words -> cases.start(cases.limited(words.get(0))).get())
        .on("expecting", words -> cases.expecting(words.get(0)))
        .on("start", words -> cases.start(cases.client.newCall(get(words.get(0)))).isDone() + "")
        .on("cancel", words -> cases.cancelled())
        .on("cloned", words -> cases.cloned(words.get(0)))
        .on("web-socket", words -> cases.webSocket(words.get(0)))
        .run();
    // Its threads end a minute later.
    System.exit(0);
  }

  private static String put(OkHttpClient client, String url) throws IOException {
    Request request = new Request.Builder().url(url).put(RequestBody.create(JSON, "{}")).build();
    return show(client.newCall(request).execute());
  }

  private static String send(OkHttpClient client, String url) throws IOException {
    Request request = new Request.Builder().url(url).post(RequestBody.create(JSON, "{}")).build();
    try (Response response = client.newCall(request).execute()) {
      return response.protocol() + " " + response.code() + " " + response.body().string();
    }
  }

  private Call limited(String url) {
    return client.newBuilder().callTimeout(250, TimeUnit.MILLISECONDS).build().newCall(get(url));
  }

  private String expecting(String url) throws IOException {
    Request request =
        new Request.Builder()
            .url(url)
            .header("Expect", "100-continue")
            .put(RequestBody.create(JSON, "{}"))
            .build();
    return show(client.newCall(request).execute());
  }

  private CompletableFuture<String> start(Call call) {
    CompletableFuture<String> started = new CompletableFuture<>();
    call.enqueue(
        new Callback() {
          @Override
          public void onFailure(Call failed, IOException e) {
            started.complete(Console.describe(e));
          }

          @Override
          public void onResponse(Call answered, Response response) {
            started.complete(show(response));
          }
        });
    last = call;
    answer = started;
    return started;
  }

  private String cancelled() throws Exception {
    last.cancel();
    return answer.get(10, TimeUnit.SECONDS);
  }

  private String cloned(String url) throws IOException {
    Call call = client.newCall(get(url));
    return show(call.execute()) + " and " + show(call.clone().execute());
  }

  /** Sends a word and waits for it to come back. */
  private String webSocket(String url) throws Exception {
    CompletableFuture<String> heard = new CompletableFuture<>();
    client.newWebSocket(
        get(url),
        new WebSocketListener() {
          @Override
          public void onOpen(WebSocket socket, Response response) {
            socket.send("hello");
          }

          @Override
          public void onMessage(WebSocket socket, String text) {
            heard.complete(text);
            socket.close(1000, null);
          }

          @Override
          public void onFailure(WebSocket socket, Throwable t, Response response) {
            heard.complete(Console.describe(t));
          }
        });
    return heard.get(10, TimeUnit.SECONDS);
  }

  private static Request get(String url) {
    return new Request.Builder().url(url).build();
  }

  private static String show(Response response) {
    try {
      return response.protocol() + " " + response.code() + " " + response.body().string();
    } catch (IOException e) {
      return response.code() + " " + Console.describe(e);
    }
  }
}
