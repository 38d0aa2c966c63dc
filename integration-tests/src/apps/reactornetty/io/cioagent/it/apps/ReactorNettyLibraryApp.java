package io.cioagent.it.apps;

import io.netty.resolver.AddressResolverGroup;
import io.netty.resolver.DefaultAddressResolverGroup;
import java.io.IOException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import java.util.logging.Logger;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;

/** Through Reactor Netty 0.9 to 1.3; all requests share its connections. */
public final class ReactorNettyLibraryApp extends LibraryApp {

  /** Held, as the JDK would forget the level. */
  private static final Logger QUIET = Logger.getLogger("reactor");

  private static final Logger QUIET_TOO = Logger.getLogger("io.netty");

  private final HttpClient client =
      withNamesOfTheJdk(HttpClient.create())
          .headers(headers -> headers.set("Authorization", Secrets.BASIC));

  private ReactorNettyLibraryApp() {
    super("sync", "async", "streamed", "unread", "reused", "follow", "timeout", "start");
  }

  public static void main(String[] arguments) throws IOException {
    QUIET.setLevel(Level.OFF);
    QUIET_TOO.setLevel(Level.OFF);
    new ReactorNettyLibraryApp().run(arguments);
  }

  private final Map<String, Mono<String>> reused = new TreeMap<>();

  @Override
  protected String send(String way, Outgoing request) throws Exception {
    switch (way) {
      case "streamed":
        return block(
            shown(sender(client, request).send(ByteBufFlux.fromString(Flux.just(request.body())))));
      case "unread":
        return block(
            sender(client, request)
                .send(body(request))
                .response()
                .map(response -> response.status().code() + " unread"));
      case "reused":
        return block(reused.computeIfAbsent(request.url(), url -> built(client, request)));
      case "follow":
        return block(built(client.followRedirect(true), request));
      case "timeout":
        return block(built(client.responseTimeout(Duration.ofMillis(250)), request));
      default:
        return block(built(client, request));
    }
  }

  @Override
  protected StartedRequest begin(Outgoing request) {
    CompletableFuture<String> answer = built(client, request).toFuture();
    return new StartedRequest(answer, () -> answer.cancel(true));
  }

  /** Since 1.0 it has a resolver of its own, which knows nothing of the JDK's file of hosts. */
  private static HttpClient withNamesOfTheJdk(HttpClient client) {
    try {
      Method resolver = HttpClient.class.getMethod("resolver", AddressResolverGroup.class);
      return (HttpClient) resolver.invoke(client, DefaultAddressResolverGroup.INSTANCE);
    } catch (NoSuchMethodException e) {
      return client;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String block(Mono<String> answer) throws Exception {
    try {
      return answer.block(Duration.ofSeconds(10));
    } catch (RuntimeException e) {
      Throwable bare = Exceptions.unwrap(e);
      throw bare instanceof Exception ? (Exception) bare : e;
    }
  }

  private static Mono<String> built(HttpClient client, Outgoing request) {
    return shown(sender(client, request).send(body(request)));
  }

  private static HttpClient.RequestSender sender(HttpClient client, Outgoing request) {
    return client
        .request(io.netty.handler.codec.http.HttpMethod.valueOf(request.method()))
        .uri(request.url());
  }

  private static Mono<io.netty.buffer.ByteBuf> body(Outgoing request) {
    return ByteBufFlux.fromString(Mono.just(request.body())).next();
  }

  private static Mono<String> shown(HttpClient.ResponseReceiver<?> receiver) {
    return receiver.responseSingle(
        (response, body) -> body.asString().defaultIfEmpty("").map(text -> show(response, text)));
  }

  private static String show(HttpClientResponse response, String body) {
    Map<String, String> headers = new TreeMap<>();
    response.responseHeaders().forEach(each -> headers.put(each.getKey(), each.getValue()));
    return show(response.status().code(), body, headers);
  }
}
