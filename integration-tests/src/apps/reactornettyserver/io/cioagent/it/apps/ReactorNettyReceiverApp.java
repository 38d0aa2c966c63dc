package io.cioagent.it.apps;

import java.util.concurrent.atomic.AtomicBoolean;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** Reactor Netty's own server. */
public final class ReactorNettyReceiverApp extends ReceiverApp {

  public static void main(String[] arguments) throws Exception {
    new ReactorNettyReceiverApp().run();
  }

  @Override
  protected int start() {
    return HttpServer.create()
        .host("127.0.0.1")
        .port(0)
        .handle(ReactorNettyReceiverApp::receive)
        .bindNow()
        .port();
  }

  private static Publisher<Void> receive(HttpServerRequest request, HttpServerResponse response) {
    Hook hook = Hook.of(request.uri());
    Reading reading = new Reading();
    reading.note("length", request.requestHeaders().get("Content-Length"));
    AtomicBoolean complete = new AtomicBoolean();
    Mono<String> reported =
        read(hook, request)
            .doOnNext(bytes -> reading.add(bytes, 0, bytes.length))
            .doOnComplete(() -> complete.set(true))
            .doOnError(thrown -> lost(reading, complete))
            .doOnCancel(() -> lost(reading, complete))
            .then(Mono.fromCallable(() -> answer(hook, reading)));
    if (hook.answer.equals("early")) {
      return response.sendString(Flux.concat(Mono.just("early "), reported));
    }
    return reported.flatMap(
        text -> {
          response.status(hook.status());
          return hook.status() == 204
              ? response.header("Connection", "close").send().then()
              : response
                  .header("Content-Length", String.valueOf(text.length()))
                  .sendString(Mono.just(text))
                  .then();
        });
  }

  private static Flux<byte[]> read(Hook hook, HttpServerRequest request) {
    switch (hook.way) {
      case "all":
        return request.receive().aggregate().asByteArray().flux();
      case "async":
        return request.receive().asByteArray().publishOn(Schedulers.single());
      case "nonblocking":
        return request.receive().asByteArray().limitRate(1);
      default:
        return request.receive().asByteArray();
    }
  }

  private static void lost(Reading reading, AtomicBoolean complete) {
    if (complete.compareAndSet(false, true)) {
      Hook.observed(reading.note("thrown", "closed").reported());
    }
  }

  private static String answer(Hook hook, Reading reading) {
    try {
      hook.beforeAnswer();
    } catch (IllegalStateException thrown) {
      Hook.observed(reading.note("thrown", thrown.getClass().getName()).reported());
      throw thrown;
    }
    String reported = reading.reported();
    Hook.observed(reported);
    return reported;
  }
}
