package io.cioagent.it.apps;

import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.web.reactive.config.EnableWebFlux;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Takes bodies in the pieces in which they come. */
@Configuration(proxyBeanMethods = false)
@EnableWebFlux
public class HookRoutes implements WebFluxConfigurer {

  @Override
  public void configureHttpMessageCodecs(ServerCodecConfigurer configurer) {
    configurer.defaultCodecs().maxInMemorySize(1 << 22);
  }

  @Bean
  public RouterFunction<ServerResponse> hooks() {
    return RouterFunctions.route(RequestPredicates.path("/*/stream/*"), HookRoutes::receive)
        .andRoute(RequestPredicates.path("/*/async/*"), HookRoutes::receive)
        .andRoute(RequestPredicates.path("/*/nonblocking/*"), HookRoutes::receive);
  }

  private static Mono<ServerResponse> receive(ServerRequest request) {
    Hook hook = Hook.of(request.uri().getRawPath());
    Reading reading = new Reading();
    AtomicBoolean complete = new AtomicBoolean();
    return read(hook, request)
        .doOnNext(bytes -> reading.add(bytes, 0, bytes.length))
        .doOnComplete(() -> complete.set(true))
        .doOnError(thrown -> lost(reading, complete))
        .doOnCancel(() -> lost(reading, complete))
        .then(Mono.fromCallable(() -> HookController.reported(hook, reading)))
        .flatMap(reported -> answer(hook, reported));
  }

  private static Flux<byte[]> read(Hook hook, ServerRequest request) {
    Flux<byte[]> body = request.bodyToFlux(DataBuffer.class).map(HookRoutes::bytes);
    switch (hook.way) {
      case "async":
        return body.publishOn(Schedulers.single());
      case "nonblocking":
        return body.limitRate(1);
      default:
        return body;
    }
  }

  private static byte[] bytes(DataBuffer buffer) {
    byte[] bytes = new byte[buffer.readableByteCount()];
    buffer.read(bytes);
    DataBufferUtils.release(buffer);
    return bytes;
  }

  private static void lost(Reading reading, AtomicBoolean complete) {
    if (complete.compareAndSet(false, true)) {
      Hook.observed(reading.note("thrown", "closed").reported());
    }
  }

  private static Mono<ServerResponse> answer(Hook hook, String reported) {
    if (hook.isError()) {
      return Mono.error(
          new ResponseStatusException(HttpStatus.valueOf(hook.status()), "on purpose"));
    }
    ServerResponse.BodyBuilder response = ServerResponse.status(hook.status());
    return hook.status() == 204
        ? response.header("Connection", "close").build()
        : response.bodyValue(reported);
  }
}
