package io.cioagent.it.apps;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** Interceptors as applications have them. */
final class Interceptors {

  private static final int MOST_ATTEMPTS = 6;

  private final OkHttpClient client;
  private final String otherUrl;

  /**
   * @param otherUrl where another call leads that is made on the way
   */
  Interceptors(OkHttpClient client, String otherUrl) {
    this.client = client;
    this.otherUrl = otherUrl;
  }

  Interceptor named(String name) {
    switch (name) {
      case "retrying":
        return Interceptors::retry;
      case "answering":
        return chain -> answer(chain.request());
      case "offline":
        return chain -> {
          throw new IOException("offline");
        };
      case "refusing":
        return chain -> {
          throw new IllegalStateException("not today");
        };
      case "asking-before":
        return chain -> {
          close(client.newCall(new Request.Builder().url(otherUrl).build()).execute());
          return chain.proceed(chain.request());
        };
      case "asking-before-offline":
        return chain -> {
          close(client.newCall(new Request.Builder().url(otherUrl).build()).execute());
          throw new IOException("offline");
        };
      case "asking-after-401":
        return this::refresh;
      case "moving":
        return Interceptors::onAnotherThread;
      default:
        throw new IllegalArgumentException(name);
    }
  }

  private static Response retry(Interceptor.Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    for (int attempts = 1; response.code() == 429 && attempts < MOST_ATTEMPTS; attempts++) {
      close(response);
      response = chain.proceed(chain.request());
    }
    return response;
  }

  private Response refresh(Interceptor.Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    if (response.code() != 401) {
      return response;
    }
    close(response);
    close(client.newCall(new Request.Builder().url(otherUrl).build()).execute());
    return chain.proceed(chain.request());
  }

  private static Response onAnotherThread(Interceptor.Chain chain) throws IOException {
    FutureTask<Response> elsewhere = new FutureTask<>(() -> chain.proceed(chain.request()));
    new Thread(elsewhere, "elsewhere").start();
    try {
      return elsewhere.get();
    } catch (InterruptedException e) {
      throw new IOException(e);
    } catch (ExecutionException e) {
      throw (IOException) e.getCause();
    }
  }

  private static Response answer(Request request) {
    return new Response.Builder()
        .request(request)
        .protocol(Protocol.HTTP_1_1)
        .code(200)
        .message("made up")
        .body(ResponseBody.create(MediaType.parse("text/plain"), "made up"))
        .build();
  }

  private static void close(Response response) {
    response.body().close();
  }
}
