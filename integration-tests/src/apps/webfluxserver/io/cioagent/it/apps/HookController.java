package io.cioagent.it.apps;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/** Gets bodies as wholes. */
@RestController
public class HookController {

  @RequestMapping("/*/all/*")
  public Mono<ResponseEntity<String>> bytes(
      ServerHttpRequest request, @RequestBody(required = false) Mono<byte[]> body) {
    return body.defaultIfEmpty(new byte[0]).map(bytes -> answer(request, bytes));
  }

  @RequestMapping("/*/reader/*")
  public ResponseEntity<String> text(
      ServerHttpRequest request, @RequestBody(required = false) String body) {
    return answer(request, body == null ? new byte[0] : body.getBytes(UTF_8));
  }

  @RequestMapping("/*/map/*")
  public ResponseEntity<String> map(
      ServerHttpRequest request, @RequestBody Map<String, Object> body) {
    return answer(request, body.get("metric").toString().getBytes(UTF_8));
  }

  private static ResponseEntity<String> answer(ServerHttpRequest request, byte[] body) {
    Hook hook = Hook.of(request.getURI().getRawPath());
    Reading reading = new Reading();
    reading.add(body, 0, body.length);
    String reported = reported(hook, reading);
    if (hook.isError()) {
      throw new ResponseStatusException(HttpStatus.valueOf(hook.status()), "on purpose");
    }
    return hook.status() == 204
        ? ResponseEntity.status(204).header("Connection", "close").build()
        : ResponseEntity.status(hook.status()).body(reported);
  }

  static String reported(Hook hook, Reading reading) {
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
