package io.cioagent.testapp.receiver;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.jetty.util.ajax.JSON;

/**
 * Receives Customer.io's reporting webhooks as typical hand-written receivers do: everything in one
 * doPost, with a signature check, and without handling of its own failures.
 */
class WebhookServlet extends HttpServlet {

  private final SignatureCheck signatures;
  private final FailurePlan failures;
  private final long slowMillis;
  private final ReceiverLog log;
  private final PrintStream out;

  WebhookServlet(
      SignatureCheck signatures,
      FailurePlan failures,
      long slowMillis,
      ReceiverLog log,
      PrintStream out) {
    this.signatures = signatures;
    this.failures = failures;
    this.slowMillis = slowMillis;
    this.log = log;
    this.out = out;
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    byte[] body = read(request.getInputStream());
    String signature = request.getHeader("X-CIO-Signature");
    String timestamp = request.getHeader("X-CIO-Timestamp");
    if (signature == null || timestamp == null) {
      finish(response, Outcome.UNSIGNED, 401);
      return;
    }
    if (!signatures.accepts(signature, timestamp, body)) {
      finish(response, Outcome.BADLY_SIGNED, 401);
      return;
    }
    Object json;
    try {
      json = JSON.parse(new String(body, StandardCharsets.UTF_8));
    } catch (RuntimeException e) {
      finish(response, Outcome.NOT_JSON, 400);
      return;
    }
    Map<?, ?> event = json instanceof Map ? (Map<?, ?>) json : null;
    if (event == null || event.get("event_id") == null) {
      finish(response, Outcome.NO_EVENT, 200);
      return;
    }
    Outcome outcome = failures.next();
    if (outcome == Outcome.THREW) {
      log.note(outcome);
      say(outcome);
      throw new IllegalStateException("the receiver log is not available");
    }
    if (outcome == Outcome.GAVE_UP) {
      finish(response, outcome, 500);
      return;
    }
    if (outcome == Outcome.TOO_SLOW) {
      waitForTheLog();
    }
    log.enter(event);
    finish(response, outcome, 200);
  }

  private void waitForTheLog() {
    try {
      Thread.sleep(slowMillis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void finish(HttpServletResponse response, Outcome outcome, int status) {
    log.note(outcome);
    say(outcome);
    response.setStatus(status);
  }

  private void say(Outcome outcome) {
    if (outcome != Outcome.ACCEPTED) {
      String now = String.format("%tT", LocalTime.now(ZoneId.systemDefault()));
      out.println(now + "  webhook       " + outcome.title);
    }
  }

  private static byte[] read(InputStream in) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] buffer = new byte[1024];
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      bytes.write(buffer, 0, n);
    }
    return bytes.toByteArray();
  }
}
