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

/** Sends by OkHttp, without a client class of its own. */
public final class OkHttpUses {

  private final OkHttpClient http = new OkHttpClient();
  private final Request request;

  public OkHttpUses(String base) {
    RequestBody body = RequestBody.create(MediaType.parse("application/json"), "{}");
    request = new Request.Builder().url(base + "/api/v1/customers/5").put(body).build();
  }

  public int execute() throws IOException {
    try (Response response = http.newCall(request).execute()) {
      return read(response);
    }
  }

  public int enqueue() throws Exception {
    CompletableFuture<Integer> answer = new CompletableFuture<>();
    http.newCall(request)
        .enqueue(
            new Callback() {
              @Override
              public void onResponse(Call call, Response response) throws IOException {
                answer.complete(read(response));
              }

              @Override
              public void onFailure(Call call, IOException failure) {
                answer.completeExceptionally(failure);
              }
            });
    int status = answer.get(30, TimeUnit.SECONDS);
    // Its threads would keep the JVM for a minute.
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
    return status;
  }

  private static int read(Response response) throws IOException {
    response.body().bytes();
    return response.code();
  }
}
