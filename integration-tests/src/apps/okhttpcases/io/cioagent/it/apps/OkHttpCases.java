package io.cioagent.it.apps;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import okhttp3.Cache;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** What only OkHttp can do: interceptors, its dispatcher's queue, its cache. From 3.0 on. */
public final class OkHttpCases {

  /** A call that was enqueued. */
  private static final class Enqueued implements Callback {
    final Call call;
    private final CompletableFuture<String> answer = new CompletableFuture<>();

    Enqueued(Call call) {
      this.call = call;
    }

    @Override
    public void onFailure(Call failed, IOException e) {
      answer.complete(Console.describe(e));
    }

    @Override
    public void onResponse(Call answered, Response response) {
      answer.complete(show(response));
    }

    String answer() throws Exception {
      return answer.get(10, TimeUnit.SECONDS);
    }
  }

  private final OkHttpClient client = new OkHttpClient();
  private final OkHttpClient cached;
  private final List<Enqueued> queue = new ArrayList<>();
  private ExecutorService queueThreads;

  private OkHttpCases() throws IOException {
    File cache = Files.createTempDirectory("okhttp-cache").toFile();
    cached = client.newBuilder().cache(new Cache(cache, 100_000)).build();
  }

  public static void main(String[] arguments) throws IOException {
    OkHttpCases cases = new OkHttpCases();
    new Console()
        .on("execute", words -> show(cases.client.newCall(get(words.get(0))).execute()))
        .on("cached", words -> show(cases.cached.newCall(get(words.get(0))).execute()))
        .on("intercepted", words -> show(cases.intercepted(words).execute()))
        .on("intercepted-later", words -> enqueued(cases.intercepted(words)).answer())
        .on("network-intercepted", words -> cases.networkIntercepted(words.get(0)))
        .on("authenticated", words -> cases.authenticated(words.get(0)))
        .on("unrepeated", words -> cases.unrepeated(words.get(0)))
        .on("twice", words -> cases.twice(words.get(0)))
        .on("enqueued-twice", words -> cases.enqueuedTwice(words.get(0)))
        .on("again", words -> cases.again(words.get(0)))
        .on("refused", words -> cases.refused(words.get(0)))
        .on("queue", words -> cases.fillQueue(words.get(0)))
        .on("queue-cancel", words -> cases.cancelLast())
        .on("queue-shutdown", words -> cases.endQueueThreads())
        .on("queue-answer", words -> cases.queue.get(Integer.parseInt(words.get(0))).answer())
        .run();
    // Its threads end a minute later.
    System.exit(0);
  }

  private Call intercepted(List<String> words) {
    Interceptors interceptors = new Interceptors(client, words.size() > 2 ? words.get(2) : null);
    return client
        .newBuilder()
        .addInterceptor(interceptors.named(words.get(0)))
        .build()
        .newCall(get(words.get(1)));
  }

  private String networkIntercepted(String url) throws IOException {
    OkHttpClient intercepted =
        client
            .newBuilder()
            .addNetworkInterceptor(
                chain ->
                    chain.proceed(chain.request().newBuilder().header("X-Network", "yes").build()))
            .build();
    return show(intercepted.newCall(get(url)).execute());
  }

  private String authenticated(String url) throws IOException {
    OkHttpClient authenticated =
        client
            .newBuilder()
            .authenticator(
                (route, response) ->
                    response.request().newBuilder().header("Authorization", Secrets.BASIC).build())
            .build();
    return show(authenticated.newCall(get(url)).execute());
  }

  private String unrepeated(String url) throws IOException {
    OkHttpClient once = client.newBuilder().retryOnConnectionFailure(false).build();
    return show(once.newCall(get(url)).execute());
  }

  private String twice(String url) throws IOException {
    Call call = client.newCall(get(url));
    show(call.execute());
    return show(call.execute());
  }

  private String enqueuedTwice(String url) throws Exception {
    Enqueued first = enqueued(client.newCall(get(url)));
    String second;
    try {
      first.call.enqueue(first);
      second = "enqueued";
    } catch (IllegalStateException e) {
      second = Console.describe(e);
    }
    return first.answer() + " and " + second;
  }

  private String again(String url) throws IOException {
    Call call = client.newCall(get(url));
    return show(call.execute()) + " and " + show(client.newCall(call.request()).execute());
  }

  private String refused(String url) throws Exception {
    ExecutorService closed = Executors.newCachedThreadPool();
    closed.shutdown();
    OkHttpClient refusing = client.newBuilder().dispatcher(new Dispatcher(closed)).build();
    return enqueued(refusing.newCall(get(url))).answer();
  }

  /** One runs, the other waits for it. */
  private String fillQueue(String url) {
    queueThreads = Executors.newCachedThreadPool();
    Dispatcher narrow = new Dispatcher(queueThreads);
    narrow.setMaxRequests(1);
    OkHttpClient queueing = client.newBuilder().dispatcher(narrow).build();
    queue.clear();
    queue.add(enqueued(queueing.newCall(get(url))));
    queue.add(enqueued(queueing.newCall(get(url))));
    return "running " + narrow.runningCallsCount() + ", queued " + narrow.queuedCallsCount();
  }

  private String cancelLast() {
    queue.get(1).call.cancel();
    return "cancelled";
  }

  private String endQueueThreads() {
    queueThreads.shutdown();
    return "shut down";
  }

  private static Enqueued enqueued(Call call) {
    Enqueued enqueued = new Enqueued(call);
    call.enqueue(enqueued);
    return enqueued;
  }

  private static Request get(String url) {
    return new Request.Builder().url(url).build();
  }

  private static String show(Response response) {
    try {
      return response.code() + " " + response.body().string();
    } catch (IOException e) {
      return response.code() + " " + Console.describe(e);
    }
  }
}
