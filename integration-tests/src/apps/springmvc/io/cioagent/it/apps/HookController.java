package io.cioagent.it.apps;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import javax.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.server.ResponseStatusException;

/** Receives in Spring's own ways, beneath the names of {@link Hook}. */
@RestController
public class HookController {

  @RequestMapping("/*/all/*")
  public ResponseEntity<String> bytes(
      HttpServletRequest request, @RequestBody(required = false) byte[] body) {
    return answer(request, read(body));
  }

  @RequestMapping("/*/reader/*")
  public ResponseEntity<String> text(
      HttpServletRequest request, @RequestBody(required = false) String body) {
    return answer(request, read(body == null ? null : body.getBytes(StandardCharsets.UTF_8)));
  }

  @RequestMapping("/*/map/*")
  public ResponseEntity<String> map(
      HttpServletRequest request, @RequestBody Map<String, Object> body) {
    return answer(request, read(null).note("map", new TreeMap<>(body)));
  }

  @RequestMapping("/*/stream/*")
  public ResponseEntity<String> stream(HttpServletRequest request, InputStream in)
      throws IOException {
    Reading reading = new Reading();
    byte[] buffer = new byte[900];
    try {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        reading.add(buffer, 0, n);
      }
    } catch (IOException thrown) {
      Hook.observed(reading.note("thrown", thrown.getClass().getName()).reported());
      throw thrown;
    }
    return answer(request, reading);
  }

  @RequestMapping("/*/parameters/*")
  public ResponseEntity<String> parameters(
      HttpServletRequest request, @RequestParam Map<String, String> parameters) {
    return answer(request, read(null).note("count", parameters.size()));
  }

  @RequestMapping("/*/none/*")
  public ResponseEntity<String> none(HttpServletRequest request) {
    return answer(request, new Reading());
  }

  @RequestMapping("/*/async/*")
  public DeferredResult<ResponseEntity<String>> later(
      HttpServletRequest request, @RequestBody(required = false) byte[] body) {
    DeferredResult<ResponseEntity<String>> result = new DeferredResult<>();
    Hook hook = Hook.of(request.getRequestURI());
    new Thread(
            () -> {
              try {
                result.setResult(answer(hook, read(body)));
              } catch (RuntimeException thrown) {
                result.setErrorResult(thrown);
              }
            })
        .start();
    return result;
  }

  /** What a controller never gets to see. */
  @ExceptionHandler(HttpMessageNotReadableException.class)
  public ResponseEntity<String> unreadable(HttpMessageNotReadableException thrown) {
    Hook.observed("thrown=" + thrown.getClass().getName());
    return ResponseEntity.badRequest().body("unreadable");
  }

  private static Reading read(byte[] body) {
    Reading reading = new Reading();
    if (body != null) {
      reading.add(body, 0, body.length);
    }
    return reading;
  }

  private static ResponseEntity<String> answer(HttpServletRequest request, Reading reading) {
    return answer(Hook.of(request.getRequestURI()), reading);
  }

  private static ResponseEntity<String> answer(Hook hook, Reading reading) {
    String reported = reading.reported();
    if (hook.answer.equals("throws") || hook.isError()) {
      Hook.observed(reported);
    }
    hook.beforeAnswer();
    if (hook.isError()) {
      throw new ResponseStatusException(HttpStatus.valueOf(hook.status()), "on purpose");
    }
    Hook.observed(reported);
    return ResponseEntity.status(hook.status()).contentType(MediaType.TEXT_PLAIN).body(reported);
  }
}
