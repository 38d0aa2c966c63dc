package io.cioagent.it.apps;

import feign.Feign;
import feign.Request;
import feign.Response;
import feign.Retryer;
import feign.Target;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;

/** Through OpenFeign on OkHttp. */
public final class FeignLibraryApp extends LibraryApp {

  private final OkHttpClient client = new OkHttpClient();
  private final FeignRequests.Api plain = api(10_000, false);
  private final FeignRequests.Api follower = api(10_000, true);
  private final FeignRequests.Api impatient = api(250, false);

  private FeignLibraryApp() {
    super("sync", "follow", "timeout");
  }

  public static void main(String[] arguments) throws IOException {
    new FeignLibraryApp().run(arguments);
  }

  @Override
  protected String send(String way, Outgoing request) throws IOException {
    FeignRequests.Api api =
        way.equals("follow") ? follower : way.equals("timeout") ? impatient : plain;
    try (Response response = FeignRequests.send(api, request)) {
      return show(response.status(), FeignRequests.text(response), response.headers());
    }
  }

  private FeignRequests.Api api(long readMillis, boolean follow) {
    return Feign.builder()
        .client(new feign.okhttp.OkHttpClient(client))
        .retryer(Retryer.NEVER_RETRY)
        .options(
            new Request.Options(10, TimeUnit.SECONDS, readMillis, TimeUnit.MILLISECONDS, follow))
        .target(Target.EmptyTarget.create(FeignRequests.Api.class));
  }
}
