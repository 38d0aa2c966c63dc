package io.cioagent.it.apps;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;
import retrofit2.Retrofit;
import retrofit2.http.Body;
import retrofit2.http.DELETE;
import retrofit2.http.GET;
import retrofit2.http.Header;
import retrofit2.http.POST;
import retrofit2.http.PUT;
import retrofit2.http.Url;

/** Through Retrofit 2 and 3 on OkHttp. */
public final class RetrofitLibraryApp extends LibraryApp {

  /** Whatever the tests ask for. */
  interface Api {
    @GET
    Call<ResponseBody> get(@Url String url, @Header("Authorization") String credentials);

    @DELETE
    Call<ResponseBody> delete(@Url String url, @Header("Authorization") String credentials);

    @PUT
    Call<ResponseBody> put(
        @Url String url, @Header("Authorization") String credentials, @Body RequestBody body);

    @POST
    Call<ResponseBody> post(
        @Url String url, @Header("Authorization") String credentials, @Body RequestBody body);
  }

  private static final MediaType JSON = MediaType.parse("application/json");

  private final OkHttpClient client = new OkHttpClient.Builder().followRedirects(false).build();
  private final Api api = api(client);

  private RetrofitLibraryApp() {
    super("sync", "async", "follow", "timeout", "start");
  }

  public static void main(String[] arguments) throws IOException {
    new RetrofitLibraryApp().run(arguments);
  }

  @Override
  protected String send(String way, Outgoing request) throws IOException {
    switch (way) {
      case "follow":
        OkHttpClient follower = client.newBuilder().followRedirects(true).build();
        return show(call(api(follower), request).execute());
      case "timeout":
        OkHttpClient impatient =
            client.newBuilder().readTimeout(250, TimeUnit.MILLISECONDS).build();
        return show(call(api(impatient), request).execute());
      default:
        return show(call(api, request).execute());
    }
  }

  @Override
  protected StartedRequest begin(Outgoing request) {
    CompletableFuture<String> answer = new CompletableFuture<>();
    Call<ResponseBody> call = call(api, request);
    call.enqueue(
        new Callback<ResponseBody>() {
          @Override
          public void onFailure(Call<ResponseBody> failed, Throwable t) {
            answer.completeExceptionally(t);
          }

          @Override
          public void onResponse(Call<ResponseBody> answered, Response<ResponseBody> response) {
            try {
              answer.complete(show(response));
            } catch (IOException e) {
              answer.completeExceptionally(e);
            }
          }
        });
    return new StartedRequest(answer, call::cancel);
  }

  private static Api api(OkHttpClient client) {
    return new Retrofit.Builder()
        .baseUrl("http://unused.example/")
        .client(client)
        .build()
        .create(Api.class);
  }

  private static Call<ResponseBody> call(Api api, Outgoing request) {
    if (request.method().equals("GET")) {
      return api.get(request.url(), Secrets.BASIC);
    }
    if (request.method().equals("DELETE")) {
      return api.delete(request.url(), Secrets.BASIC);
    }
    RequestBody body = RequestBody.create(JSON, request.bytes());
    return request.method().equals("PUT")
        ? api.put(request.url(), Secrets.BASIC, body)
        : api.post(request.url(), Secrets.BASIC, body);
  }

  private static String show(Response<ResponseBody> response) throws IOException {
    ResponseBody body = response.isSuccessful() ? response.body() : response.errorBody();
    return show(
        response.code(), body == null ? "" : body.string(), response.headers().toMultimap());
  }
}
