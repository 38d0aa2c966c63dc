package io.cioagent.it.apps;

import static java.nio.charset.StandardCharsets.UTF_8;

import feign.Feign;
import feign.Headers;
import feign.Param;
import feign.Request;
import feign.RequestLine;
import feign.Response;
import feign.Retryer;
import feign.Target;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;

/** Through OpenFeign on OkHttp. */
public final class FeignLibraryApp extends LibraryApp {

  /** Whatever the tests ask for. */
  interface Api {
    @RequestLine("GET")
    @Headers("Authorization: {credentials}")
    Response get(URI uri, @Param("credentials") String credentials);

    @RequestLine("PUT")
    @Headers({"Authorization: {credentials}", "Content-Type: application/json"})
    Response put(URI uri, @Param("credentials") String credentials, String body);

    @RequestLine("POST")
    @Headers({"Authorization: {credentials}", "Content-Type: application/json"})
    Response post(URI uri, @Param("credentials") String credentials, String body);
  }

  private final OkHttpClient client = new OkHttpClient();
  private final Api plain = api(10_000, false);
  private final Api follower = api(10_000, true);
  private final Api impatient = api(250, false);

  private FeignLibraryApp() {
    super("sync", "follow", "timeout");
  }

  public static void main(String[] arguments) throws IOException {
    new FeignLibraryApp().run(arguments);
  }

  @Override
  protected String send(String way, Outgoing request) throws IOException {
    Api api = way.equals("follow") ? follower : way.equals("timeout") ? impatient : plain;
    try (Response response = send(api, request)) {
      return show(response.status(), text(response), response.headers());
    }
  }

  private static Response send(Api api, Outgoing request) {
    switch (request.method()) {
      case "PUT":
        return api.put(request.uri(), Secrets.BASIC, request.body());
      case "POST":
        return api.post(request.uri(), Secrets.BASIC, request.body());
      default:
        return api.get(request.uri(), Secrets.BASIC);
    }
  }

  private Api api(long readMillis, boolean follow) {
    return Feign.builder()
        .client(new feign.okhttp.OkHttpClient(client))
        .retryer(Retryer.NEVER_RETRY)
        .options(
            new Request.Options(10, TimeUnit.SECONDS, readMillis, TimeUnit.MILLISECONDS, follow))
        .target(Target.EmptyTarget.create(Api.class));
  }

  private static String text(Response response) throws IOException {
    if (response.body() == null) {
      return "";
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (InputStream in = response.body().asInputStream()) {
      for (int b = in.read(); b >= 0; b = in.read()) {
        bytes.write(b);
      }
    }
    return bytes.toString(UTF_8.name());
  }
}
