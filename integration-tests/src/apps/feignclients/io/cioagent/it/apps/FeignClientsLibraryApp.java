package io.cioagent.it.apps;

import feign.Client;
import feign.Feign;
import feign.Request;
import feign.Response;
import feign.Retryer;
import feign.Target;
import feign.hc5.ApacheHttp5Client;
import feign.httpclient.ApacheHttpClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.impl.classic.HttpClients;

/**
 * Through OpenFeign on HttpURLConnection, its default, or in the ways {@code apache4}, {@code
 * apache5} and {@code jdk}.
 */
public final class FeignClientsLibraryApp extends LibraryApp {

  private final Client standard = new Client.Default(null, null);
  private final Client apache4 = new ApacheHttpClient();
  private final Client apache5 =
      new ApacheHttp5Client(HttpClients.custom().disableAutomaticRetries().build());

  private FeignClientsLibraryApp() {
    super(ways());
  }

  private static String[] ways() {
    List<String> ways = new ArrayList<>(FeignJdkClients.BY_WAY.keySet());
    ways.addAll(Arrays.asList("sync", "apache4", "apache5", "follow", "timeout"));
    return ways.toArray(new String[0]);
  }

  public static void main(String[] arguments) throws IOException {
    new FeignClientsLibraryApp().run(arguments);
  }

  @Override
  protected String send(String way, Outgoing request) throws IOException {
    FeignRequests.Api api =
        Feign.builder()
            .client(client(way))
            .retryer(Retryer.NEVER_RETRY)
            .options(
                new Request.Options(
                    10,
                    TimeUnit.SECONDS,
                    way.equals("timeout") ? 250 : 10_000,
                    TimeUnit.MILLISECONDS,
                    way.equals("follow")))
            .target(Target.EmptyTarget.create(FeignRequests.Api.class));
    try (Response response = FeignRequests.send(api, request)) {
      return show(response.status(), FeignRequests.text(response), response.headers());
    }
  }

  private Client client(String way) {
    switch (way) {
      case "apache4":
        return apache4;
      case "apache5":
        return apache5;
      default:
        return FeignJdkClients.BY_WAY.getOrDefault(way, standard);
    }
  }
}
